import { namesOf } from "../../names";
import { at, type Check, type Fault } from "../draft";

/** Leaves room for the longest name that the platform adds itself, `<prefix>-replica-access-logs-<account>`. */
const LONGEST_PREFIX = 30;
const LONGEST_BUCKET = 63;
/** Names of the platform's own buckets, and of the copies. */
const TAKEN = /^(access-logs|canary|.*-access-logs|.*-replica)$/;

/** Physical names that are made of the application's, the stack's and others fit into AWS's bounds. */
export const namesFit: Check = ({ stack, sections: { application, account, buckets = {} } }) => {
  if (application === undefined) return [];
  const names = namesOf({ application, stack, account: account ?? "000000000000" });
  const { prefix } = names;
  const faults: Fault[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stack) || prefix.length > LONGEST_PREFIX) {
    faults.push({
      path: at("application"),
      involves: [],
      got: `the text "${application}" with the stack name "${stack}"`,
      expected: `lower-case letters, digits and hyphens, together at most ${LONGEST_PREFIX - 1} characters: names of AWS begin so`,
      fix: "shorten the application's name, or rename the stack and its file",
    });
  }
  for (const [name, { replication }] of Object.entries(buckets)) {
    if (TAKEN.test(name)) {
      faults.push({
        path: at("buckets", name),
        involves: [],
        got: `the name ${name}, which belongs to the platform`,
        expected: "a name that is neither access-logs nor canary, and ends neither in -access-logs nor in -replica",
        fix: "rename the bucket",
      });
    }
    const full = replication ? names.replicaBucket(name) : names.bucket(name);
    if (full.length <= LONGEST_BUCKET) continue;
    faults.push({
      path: at("buckets", name),
      involves: [at("application")],
      got: `the name ${name}, which makes ${full}, ${full.length} characters`,
      expected: `names of at most ${LONGEST_BUCKET} characters`,
      fix: `shorten it by ${full.length - LONGEST_BUCKET} characters`,
    });
  }
  return faults;
};
