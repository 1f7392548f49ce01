import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";

/** What AWS Config and the policies ask of a rotation. */
const MOST_DAYS = 90;

/** What is made anew without anybody's work is made anew in time. */
export const generatedSecrets: Check = ({ sections: { secrets = {} } }) =>
  Object.entries(secrets).flatMap(([name, { generate, rotateAfterDays }]): Fault[] => {
    if (!generate || rotateAfterDays <= MOST_DAYS) return [];
    const path = at("secrets", name, "rotateAfterDays");
    const generated = at("secrets", name, "generate");
    return [
      {
        path,
        involves: [generated],
        got: `${rotateAfterDays} days, with ${keyText(generated)}`,
        expected: `at most ${MOST_DAYS} days for a secret that is rotated by itself`,
        fix: `lower it to ${MOST_DAYS} or less`,
      },
    ];
  });
