import { readFileSync } from "node:fs";
import { INLINE_SETTINGS } from "./inline-settings";
import { pulumiNoLegacyTypes } from "./pulumi-no-legacy-types";
import { TAGGABLE } from "./taggable-types";

const packageOf = (type: string): string => require.resolve("@pulumi/aws/package.json").replace(/package\.json$/, type);
const moduleOf = (type: string): string => type.split(":")[1] ?? "";

const separate = INLINE_SETTINGS.flatMap(({ types }) => types);

describe("the tables of types", () => {
  it.each([...new Set([...TAGGABLE, ...separate, ...pulumiNoLegacyTypes.types])])(
    "has %s as the provider does",
    (type) => {
      expect(readFileSync(packageOf(`${moduleOf(type)}.js`), "utf8")).toContain(`'${type}'`);
    },
  );

  it.each(TAGGABLE)("%s takes tags", (type) => {
    expect(readFileSync(packageOf(`${moduleOf(type)}.d.ts`), "utf8")).toMatch(/^ {4}tags\?: pulumi\.Input/m);
  });
});
