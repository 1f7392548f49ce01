import { matchesPattern } from "../../kernel/policy-document";
import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { UnknownValue } from "../../kernel/unknown";
import type { Value } from "../../kernel/value";
import { isWritten } from "../../kernel/is-written";

export const BACKUP_SELECTION = "aws:backup/selection:Selection";

/** The ARNs of each type, with a question mark for what differs. */
const ARN_OF: { [type: string]: string } = {
  "aws:rds/instance:Instance": "arn:aws:rds:?:?:db:?",
  "aws:rds/cluster:Cluster": "arn:aws:rds:?:?:cluster:?",
  "aws:efs/fileSystem:FileSystem": "arn:aws:elasticfilesystem:?:?:file-system/?",
  "aws:s3/bucket:Bucket": "arn:aws:s3:::?",
  "aws:s3/bucketV2:BucketV2": "arn:aws:s3:::?",
};

/** Whether AWS Backup takes a resource: some selection of the stack names it, or the tags that it has. */
export function isBackedUp(stack: StackIndex, resource: Subject): boolean {
  const selections = stack.ofTypes([BACKUP_SELECTION]);
  return selections.some((selection) => selects(stack, selection, resource));
}

/**
 * A selection takes what it names and what has one of its `selectionTags` (everything where it gives neither), of these
 * what meets all of its `conditions`, and nothing in `notResources`.
 */
function selects(stack: StackIndex, selection: Subject, resource: Subject): boolean {
  const { props } = selection;
  const isOpen = !props.at("resources").isSet() && !props.at("selectionTags").isSet();
  const isTaken = isOpen || hasOneTag(props, resource) || isNamed(stack, selection, "resources", resource);
  if (!isTaken || (isWritten(selection, "notResources") && isNamed(stack, selection, "notResources", resource)))
    return false;
  return !isWritten(selection, "conditions") || meetsAll(props.at("conditions"), resource);
}

const hasOneTag = (selection: Value, resource: Subject): boolean =>
  selection
    .at("selectionTags")
    .list()
    .some((tag) => tagOf(resource, tag.at("key").string()) === tag.at("value").string());

function isNamed(stack: StackIndex, selection: Subject, property: string, resource: Subject): boolean {
  if (stack.targets(selection, property, [resource.type]).includes(resource)) return true;
  const patterns = selection.props.at(property).list();
  return patterns.some((pattern) => !pattern.isUnknown() && matchesArn(pattern.string() ?? "", resource));
}

/** Whether a pattern takes a resource's ARN; before that is known, whether it takes all ARNs of its kind. */
function matchesArn(pattern: string, resource: Subject): boolean {
  const arn = resource.props.at("arn");
  if (arn.isSet() && !arn.isUnknown()) return matchesPattern(pattern, arn.string() ?? "");
  const kind = ARN_OF[resource.type] ?? "";
  if (matchesPattern(pattern, kind)) return true;
  const parts = kind.split(":");
  const couldMatch = pattern
    .split(":")
    .every((part, index) => parts[index]?.includes("?") || matchesPattern(part, parts[index] ?? ""));
  if (couldMatch) throw new UnknownValue(`arn of ${resource.name}`);
  return false;
}

function meetsAll(conditions: Value, resource: Subject): boolean {
  const every = (operator: string, isMet: (tag: string | undefined, value: string) => boolean): boolean =>
    conditions
      .at(operator)
      .list()
      .every((each) => {
        const key = each
          .at("key")
          .string()
          ?.replace(/^aws:ResourceTag\//i, "");
        return isMet(tagOf(resource, key), each.at("value").string() ?? "");
      });
  const isLike = (tag: string | undefined, value: string): boolean => tag !== undefined && matchesPattern(value, tag);
  return (
    every("stringEquals", (tag, value) => tag === value) &&
    every("stringLikes", isLike) &&
    every("stringNotEquals", (tag, value) => tag !== value) &&
    every("stringNotLikes", (tag, value) => !isLike(tag, value))
  );
}

/** A tag of the resource's own, else one that the provider adds. */
function tagOf({ props }: Subject, key: string | undefined): string | undefined {
  const own = props
    .at("tags")
    .entries()
    .find(([name]) => name === key);
  const added = (): [string, Value] | undefined => {
    const all = props.at("tagsAll");
    return all.isUnknown() ? undefined : all.entries().find(([name]) => name === key);
  };
  return (own ?? added())?.[1].string();
}
