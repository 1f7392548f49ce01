import { z } from "zod";
import { kebabName, mapOf, oneOf, sentence, text, yesOrNo } from "../accepted";
import { PROFILES, type ProfileDefaults } from "../profile";

export const accountSchema = text(/^\d{12}$/, "the twelve digits of an AWS account, in quotes").meta({
  description: "AWS account of the stack: known names and ARNs are built from it, and no other account is touched.",
  examples: ["123456789012"],
});

export const applicationSchema = kebabName(20).meta({
  description: "Short name of the application, first part of every physical name.",
  examples: ["pm-doc-intel"],
});

export const profileSchema = oneOf(...PROFILES).describe(
  "What the stack is for. It sets the defaults of everything that this file does not say.",
);

export const protectSchema = (defaults: ProfileDefaults) =>
  yesOrNo()
    .default(defaults.protect)
    .describe("Whether Pulumi refuses to delete or replace what holds data (database, cache, buckets, secrets, keys).");

/** The characters that every AWS service takes in a tag. */
const tagText = (least: number, most: number) =>
  text(
    new RegExp(`^(?!aws:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{${least},${most}}$`, "u"),
    `${least > 0 ? `${least} to` : "at most"} ${most} letters, digits, spaces and _ . : / = + - @, not starting with aws:`,
  );

export const tagsSchema = mapOf(tagText(1, 128), tagText(0, 256), "tag names to tag values")
  .prefault({})
  .meta({ description: "Tags of every resource, beside those of the platform.", examples: [{ team: "documents" }] });

export const reasonsSchema = mapOf(
  sentence(1, 128),
  sentence(20, 256),
  "keys, such as database.multiZone, to sentences of 20 to 256 characters",
)
  .prefault({})
  .meta({
    description:
      "Why a protection is given up in production: the key that gives it up, without `platform:`, and a sentence that a reviewer would accept. It becomes a tag and part of the report.",
    examples: [{ "database.multiZone": "Read-only copy that is rebuilt from the source each night" }],
  });

export type Reasons = z.output<typeof reasonsSchema>;
