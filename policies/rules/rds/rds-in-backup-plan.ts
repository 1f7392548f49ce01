import { badStack, type CaseResource, goodStack, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BACKUP_SELECTION, isBackedUp } from "../backup/selections";
import { CLUSTER, INSTANCE, isReplica } from "./databases";

const tagged = { tags: { backup: "daily" } };
const instance = (props: object = tagged): CaseResource => ({
  type: INSTANCE,
  name: "orders",
  props: { arn: "arn:aws:rds:eu-west-1:123456789012:db:orders", ...props },
});
const unborn = (props: object = {}): CaseResource => instance({ arn: UNKNOWN, ...props });
const selection = (props: object, refers: { [property: string]: string } = {}): CaseResource => ({
  type: BACKUP_SELECTION,
  name: "daily",
  props: { planId: UNKNOWN, ...props },
  refers,
});
const withTag = (value: unknown) => ({ selectionTags: [{ type: "STRINGEQUALS", key: "backup", value }] });
const condition = (operator: string, value: string) => ({
  resources: ["*"],
  conditions: [{ [operator]: [{ key: "aws:ResourceTag/backup", value }] }],
});

export const rdsInBackupPlan: Rule = {
  id: "rds-in-backup-plan",
  title: "AWS Backup takes every database",
  severity: "medium",
  controls: { securityHub: ["RDS.26"], nist: ["CP-9"] },
  references: { checkov: ["CKV2_AWS_8"], cdkNag: ["RDSInBackupPlan"] },
  why: "Backups of RDS itself live and die with the database; a vault keeps them longer and out of reach.",
  fix: "Name the database's arn in resources of an aws.backup.Selection, or give it the tags that one selects.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-26",
  types: [INSTANCE, CLUSTER],
  checkStack({ subject, props, stack, violated }) {
    if (!isReplica(props) && !isBackedUp(stack, subject)) violated("tags", "a backup selection that takes it", "none");
  },
  cases: {
    stack: [
      goodStack("by reference", [unborn(), selection({ resources: [UNKNOWN] }, { resources: "orders" })]),
      goodStack("by its ARN", [instance(), selection({ resources: ["arn:aws:rds:*:*:db:orders"] })]),
      goodStack("with everything", [unborn(), selection({ resources: ["*"] })]),
      goodStack("with everything, before AWS fills in the rest", [
        unborn(),
        selection({ notResources: UNKNOWN, conditions: UNKNOWN }),
      ]),
      goodStack("with all instances", [unborn(), selection({ resources: "arn:aws:rds:*:*:db:*" })]),
      goodStack("by tag", [instance(), selection(withTag("daily"))]),
      goodStack("by a tag of the provider", [instance({ tagsAll: { backup: "daily" } }), selection(withTag("daily"))]),
      goodStack("by condition", [instance(), selection(condition("stringEquals", "daily"))]),
      goodStack("by condition alone", [
        instance(),
        selection({ conditions: { stringLikes: { key: "aws:ResourceTag/backup", value: "d*" } } }),
      ]),
      goodStack("by what it is not", [instance(), selection(condition("stringNotEquals", "never"))]),
      goodStack("a cluster", [
        { type: CLUSTER, name: "orders", props: { arn: UNKNOWN } },
        selection({ resources: ["arn:aws:rds:*:*:cluster:*"] }),
      ]),
      goodStack("replica", [unborn({ replicateSourceDb: "source" })]),
      badStack("no selection", [instance()], "tags"),
      badStack("other kinds", [unborn(), selection({ resources: ["arn:aws:ec2:*:*:volume/*"] })], "tags"),
      badStack("other kinds of RDS", [unborn(), selection({ resources: ["arn:aws:rds:*:*:cluster:*"] })], "tags"),
      badStack("another database", [instance(), selection({ resources: ["arn:aws:rds:*:*:db:customers"] })], "tags"),
      badStack("another tag", [instance(), selection(withTag("weekly"))], "tags"),
      badStack("a tag that it lacks", [instance({}), selection(withTag("daily"))], "tags"),
      badStack("excepted", [instance(), selection({ resources: ["*"], notResources: ["arn:aws:rds:*"] })], "tags"),
      badStack("another value", [instance(), selection(condition("stringEquals", "weekly"))], "tags"),
      badStack("a value that is not alike", [instance(), selection(condition("stringLikes", "w*"))], "tags"),
      badStack("an excluded value", [instance(), selection(condition("stringNotEquals", "daily"))], "tags"),
      badStack("a value like an excluded one", [instance(), selection(condition("stringNotLikes", "d*"))], "tags"),
      unknownStack("selected resources not known", [unborn(), selection({ resources: UNKNOWN })], "resources"),
      unknownStack(
        "ARN not known",
        [unborn(), selection({ resources: ["arn:aws:rds:eu-west-1:*:db:*"] })],
        "arn of orders",
      ),
      unknownStack(
        "tag not known",
        [instance({ tags: { backup: UNKNOWN } }), selection(withTag("daily"))],
        "tags.backup",
      ),
    ],
  },
};
