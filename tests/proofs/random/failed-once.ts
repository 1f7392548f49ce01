import { soundConfig } from "../../../infra/config/test-stack";
import type { StackFile } from "./stack-files";

const SOUND = soundConfig();

/** The sound file with other sections. */
const but = (sections: StackFile): StackFile => ({ ...SOUND, ...sections });

/** Stack files that once came up wrong, or were refused in words that nobody understands: tried first in every run. */
export const failedOnce: StackFile[] = [
  // The component threw: nothing to call the path by, or two paths of one name.
  but({ "platform:cdn": { staticContent: [{ path: "/?" }] } }),
  but({ "platform:cdn": { staticContent: [{ path: "/static/*" }, { path: "/static*" }] } }),
  but({ "platform:firewall": { tightPaths: ["/log/in", "/log-in"].map((path) => ({ path, limit: 100 })) } }),
  // Nor is there such a class, whose memory an alarm is set by.
  but({ "platform:database": { name: "app", username: "app_owner", class: "db.0-.y30" } }),
  // The policies refused what the configuration had accepted.
  but({ "platform:cache": { purpose: "queue" } }),
  but({ "platform:services": {} }),
  but({ "platform:tags": { "": "documents" } }),
  but({ "platform:loadBalancer": { testListener: { sources: ["300.1.0.0/16", "10.09.0.0/16"] } } }),
  but({ "platform:firewall": { rateLimit: 1_000_000 } }),
  but({ "platform:secrets": { LOG_LEVEL: { description: "Signs", generate: {}, rotateAfterDays: 91 } } }),
  but({ "platform:profile": "staging", "platform:services": { web: { image: { tag: "latest" }, port: 8000 } } }),
];
