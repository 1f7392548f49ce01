import { z } from "zod";
import { kebabName, mapOf, settings, text, wholeNumber } from "../accepted";

/** https://docs.aws.amazon.com/efs/latest/ug/API_LifecyclePolicy.html */
const INFREQUENT_ACCESS_DAYS = [1, 7, 14, 30, 60, 90, 180, 270, 365] as const;

const posixId = () => wholeNumber(1, 4_294_967_295).default(1000);

export const filesSchema = mapOf(
  kebabName(20),
  settings({
    uid: posixId().describe("User that owns the files, whoever the container runs as."),
    gid: posixId().describe("Group that owns the files."),
    directory: text(/^(\/[A-Za-z0-9._-]{1,50}){1,4}$/, "a path of one to four folders, such as /data")
      .default("/data")
      .describe("Folder of the file system that services see; it is made at the first mount."),
    infrequentAccessAfterDays: z
      .literal(INFREQUENT_ACCESS_DAYS, `one of the periods of EFS: ${INFREQUENT_ACCESS_DAYS.join(", ")} days`)
      .default(30)
      .describe("Days without access after which a file moves to cheaper storage; it comes back with the next access."),
  }),
  "names of file systems to their settings",
)
  .prefault({})
  .meta({
    description:
      "Encrypted EFS file systems, by name; services mount them by `uses.files`. $0.30 per GB and month in us-east-1.",
    examples: [{ chroma: {} }],
  });
