import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";
import { atHome } from "./second-region";

/** Objects move in S3's order and before they go, and copies lie in another region. */
export const bucketSettings: Check = ({ region, sections: { buckets = {} } }) =>
  Object.entries(buckets).flatMap(([name, { lifecycle, replication }]) => {
    const faults: Fault[] = [];
    const key = (setting: string) => at("buckets", name, "lifecycle", setting);
    const { infrequentAccessAfterDays: infrequent, glacierAfterDays: glacier, expireAfterDays: expire } = lifecycle;
    // S3 keeps an object 30 days in STANDARD_IA before a rule moves it on:
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
    if (infrequent !== undefined && glacier !== undefined && glacier < infrequent + 30) {
      faults.push({
        path: key("glacierAfterDays"),
        involves: [key("infrequentAccessAfterDays")],
        got: `${glacier}, with ${keyText(key("infrequentAccessAfterDays"))} ${infrequent}`,
        expected: `at least ${infrequent + 30}, 30 days after the first move`,
        fix: "raise glacierAfterDays, or remove infrequentAccessAfterDays",
      });
    }
    const lastMove = glacier ?? infrequent;
    if (expire !== undefined && lastMove !== undefined && expire <= lastMove) {
      faults.push({
        path: key("expireAfterDays"),
        involves: [key("glacierAfterDays"), key("infrequentAccessAfterDays")],
        got: `${expire}, while objects move after ${lastMove} days`,
        expected: `more than ${lastMove}`,
        fix: "raise expireAfterDays, or remove the move",
      });
    }
    faults.push(...atHome(region, at("buckets", name, "replication", "region"), replication?.region));
    return faults;
  });
