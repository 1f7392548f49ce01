import { isDeepStrictEqual } from "node:util";
import type { StepMetadata } from "../../engine/events";
import { labelOf } from "../../engine/urn";
import { holdsData } from "../../engine/holds-data";

const ALIAS = "an alias keeps it: https://www.pulumi.com/docs/iac/concepts/options/aliases/";

/** What holds data and would go, in words. */
export function dataLost(steps: StepMetadata[]): string[] {
  const going = steps.filter(({ op, type }) => ["delete", "replace"].includes(op) && holdsData(type));
  return going.map(({ op, urn }) =>
    op === "replace"
      ? `${labelOf(urn)} would be replaced: let its inputs be as they were`
      : `${labelOf(urn)} would be deleted: if it has another name or parent now, ${ALIAS}`,
  );
}

/** What would be made anew only because it is called otherwise, in words. */
export function renamed(steps: StepMetadata[]): string[] {
  const of = (wanted: string): StepMetadata[] => steps.filter(({ op }) => op === wanted);
  return of("delete").flatMap((gone) =>
    of("create")
      .filter((come) => come.type === gone.type && isSame(gone, come))
      .map((come) => `${labelOf(gone.urn)} seems to be ${labelOf(come.urn)} now: ${ALIAS}`),
  );
}

// A name that was generated follows the logical one.
const NAMES = ["name", "tags", "tagsAll", "__defaults"];

function isSame({ old: gone }: StepMetadata, { new: come }: StepMetadata): boolean {
  const [before, after] = [gone, come].map((state) =>
    Object.fromEntries(Object.entries(state?.inputs ?? {}).filter(([input]) => !NAMES.includes(input))),
  );
  return isDeepStrictEqual(before, after);
}
