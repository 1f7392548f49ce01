import { type Profile, PROFILES } from "../../../infra/config/profile";
import { differingDefaults } from "../../../infra/config/reference/profile-defaults";
import { escape, table } from "../../../scripts/policy-catalogue/markdown";
import type { Difference } from "./differences";

const INTRODUCTION = `# Differences between profiles

<!-- Generated from infra/config and from what the program declares; do not edit. -->

\`platform:profile\` sets the defaults of everything that a stack file does not say.`;

/** `docs/profiles.md`: what a profile changes, in the stack file and in what comes of it. */
export function profilesPage(differences: Difference[]): string {
  const defaults = differingDefaults().map((each) => row(`\`${each.key}\``, (profile) => code(each.defaults[profile])));
  const resources = differences.map((each) => row(`\`${each.what}\``, (profile) => escape(each.values[profile])));
  const head = (what: string): string[] => [what, ...PROFILES];
  return `${[
    INTRODUCTION,
    "## Defaults",
    "Each of them can be set in the stack file.",
    table(head("key"), defaults),
    "## What comes of it",
    "The resources of one stack file of a service with database, cache, buckets, CDN and firewall, under each profile: how\nmany there are of a type where that differs, and the inputs that do. Where the resources of a type differ among\nthemselves, all their values are there. An empty cell: no such resource, or AWS's own default.",
    table(head("resource"), resources),
  ].join("\n\n")}\n`;
}

const row = (name: string, cell: (profile: Profile) => string): string[] => [name, ...PROFILES.map(cell)];

const code = (value: unknown): string => (value === undefined ? "" : `\`${String(value)}\``);
