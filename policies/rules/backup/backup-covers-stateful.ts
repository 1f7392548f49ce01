import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET } from "../../kernel/tokens";
import { BACKUP_SELECTION, isBackedUp } from "./selections";

const [TYPE = "", TYPE_V2 = ""] = BUCKET;
const bucket = (tags: unknown, type = TYPE): CaseResource => ({
  type,
  name: "uploads",
  props: { arn: "arn:aws:s3:::uploads", tags },
});
const selection = (props: object, refers: CaseResource["refers"] = {}): CaseResource => ({
  type: BACKUP_SELECTION,
  name: "daily",
  props: { ...props },
  refers,
});
const byTag = selection({ selectionTags: [{ type: "STRINGEQUALS", key: "backup", value: "daily" }] });

export const backupCoversStateful: Rule = {
  id: "backup-covers-stateful",
  title: "AWS Backup takes every bucket that is marked for it",
  severity: "medium",
  controls: { nist: ["CP-9"] },
  why: "The mark promises a backup; when no plan selects it nobody notices before it is needed.",
  fix: "Name the bucket's arn in resources of an aws.backup.Selection, or select the tag.",
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
  // Databases and file systems need no mark: rds-in-backup-plan and efs-in-backup-plan are about them.
  types: BUCKET,
  parameters: {
    tag: { type: "string", default: "backup", description: "Key of the tag that marks a bucket for backup." },
  },
  checkStack({ subject, props, stack, params: { tag }, violated }) {
    const marks = props.at("tags").entries();
    if (marks.some(([key]) => key === tag) && !isBackedUp(stack, subject))
      violated("tags", "a backup selection that takes it", "none");
  },
  cases: {
    stack: [
      goodStack("by tag", [bucket({ backup: "daily" }), byTag]),
      goodStack("by reference", [
        bucket({ backup: "yes" }),
        selection({ resources: [UNKNOWN] }, { resources: "uploads" }),
      ]),
      goodStack("by its ARN, the older twin", [
        bucket({ backup: "yes" }, TYPE_V2),
        selection({ resources: "arn:aws:s3:::uploads" }),
      ]),
      goodStack("not marked", [bucket({ team: "shop" })]),
      goodStack("no tags", [bucket(undefined)]),
      goodStack("not marked here", [bucket({ backup: "daily" })], { tag: "backup-plan" }),
      badStack("no selection", [bucket({ backup: "daily" })], "tags"),
      badStack("another value", [bucket({ backup: "weekly" }), byTag], "tags"),
      badStack("marked here", [bucket({ critical: "yes" }), byTag], "tags", { tag: "critical" }),
      unknownStack("tags not known", [bucket(UNKNOWN), byTag], "tags"),
    ],
  },
};
