import { badStack, type CaseResource, goodStack, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { CLUSTER, CLUSTER_INSTANCE, INSTANCE } from "./databases";
import { PARAMETER_GROUP } from "./parameter-groups";

const SUBSCRIPTION = "aws:rds/eventSubscription:EventSubscription";

interface Source {
  type: string;
  /** What tells of trouble. */
  categories: string[];
}

const DB_INSTANCE: Source = { type: "db-instance", categories: ["maintenance", "configuration change", "failure"] };
const DB_CLUSTER: Source = { type: "db-cluster", categories: ["maintenance", "failure"] };
const DB_PARAMETER_GROUP: Source = { type: "db-parameter-group", categories: ["configuration change"] };
const DB_SECURITY_GROUP: Source = { type: "db-security-group", categories: ["configuration change", "failure"] };

/** The sources of events that come with each kind of resource, and the property that names the resource. */
const SOURCES_OF: { [type: string]: { sources: Source[]; name: string } } = {
  [INSTANCE]: { sources: [DB_INSTANCE, DB_SECURITY_GROUP], name: "identifier" },
  [CLUSTER_INSTANCE]: { sources: [DB_INSTANCE, DB_SECURITY_GROUP], name: "identifier" },
  [CLUSTER]: { sources: [DB_CLUSTER], name: "clusterIdentifier" },
  [PARAMETER_GROUP]: { sources: [DB_PARAMETER_GROUP], name: "name" },
};

const resource = (type: string): CaseResource => ({ type, name: "orders", props: {} });
const subscription = (props: object, refers: { [property: string]: string } = {}): CaseResource => ({
  type: SUBSCRIPTION,
  name: "events",
  props: { snsTopic: UNKNOWN, ...props },
  refers,
});
const to = ({ type, categories }: Source, props: object = {}): CaseResource =>
  subscription({ sourceType: type, eventCategories: categories, ...props });

export const rdsEventSubscriptions: Rule = {
  id: "rds-event-subscriptions",
  title: "Somebody is told when a database fails, is maintained or is changed",
  severity: "low",
  controls: { fsbp: ["RDS.19", "RDS.20", "RDS.21", "RDS.22"], nist: ["SI-4", "IR-4"] },
  why: "RDS tells of failovers, full disks and changed settings as events alone, and nobody reads those by chance.",
  fix: "Declare an aws.rds.EventSubscription to an SNS topic, without sourceType or one for each type.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-20",
  types: Object.keys(SOURCES_OF),
  checkStack({ subject, stack, each, violated }) {
    const { sources = [], name = "" } = SOURCES_OF[subject.type] ?? {};
    each(sources, (source) => {
      if (!isTold(stack, subject, source))
        violated(name, `a subscription to ${source.type}: ${source.categories.join(", ")}`, "none", source.type);
    });
  },
  cases: {
    stack: [
      goodStack("everything", [resource(INSTANCE), subscription({})]),
      goodStack("one for each source", [resource(INSTANCE), to(DB_INSTANCE), to(DB_SECURITY_GROUP)]),
      goodStack("two for one source", [
        resource(CLUSTER),
        to(DB_CLUSTER, { eventCategories: ["failure"] }),
        to(DB_CLUSTER, { eventCategories: "maintenance" }),
      ]),
      goodStack("every category of a source", [resource(CLUSTER), to(DB_CLUSTER, { eventCategories: [] })]),
      goodStack("for this cluster", [
        resource(CLUSTER),
        subscription({ sourceType: "db-cluster", sourceIds: [UNKNOWN] }, { sourceIds: "orders" }),
      ]),
      goodStack("parameter group", [resource(PARAMETER_GROUP), to(DB_PARAMETER_GROUP)]),
      badStack("none", [resource(INSTANCE)], ["identifier", "identifier"]),
      badStack("none for a cluster", [resource(CLUSTER), to(DB_INSTANCE)], "clusterIdentifier"),
      badStack("none for its members", [resource(CLUSTER_INSTANCE), to(DB_SECURITY_GROUP)], "identifier"),
      badStack("none for a parameter group", [resource(PARAMETER_GROUP), to(DB_CLUSTER)], "name"),
      badStack("none for access", [resource(INSTANCE), to(DB_INSTANCE)], "identifier"),
      badStack("turned off", [resource(CLUSTER), to(DB_CLUSTER, { enabled: false })], "clusterIdentifier"),
      badStack(
        "a category missing",
        [resource(CLUSTER), to(DB_CLUSTER, { eventCategories: ["failure"] })],
        "clusterIdentifier",
      ),
      badStack(
        "for another cluster",
        [resource(CLUSTER), to(DB_CLUSTER, { sourceIds: ["customers"] })],
        "clusterIdentifier",
      ),
      unknownStack("source not known", [resource(CLUSTER), to(DB_CLUSTER, { sourceType: UNKNOWN })], "sourceType"),
      unknownStack(
        "categories not known",
        [resource(CLUSTER), to(DB_CLUSTER, { eventCategories: UNKNOWN })],
        "eventCategories",
      ),
    ],
  },
};

function isTold(stack: StackIndex, subject: Subject, source: Source): boolean {
  const listening = stack.ofTypes([SUBSCRIPTION]).filter((each) => listensTo(stack, each, subject, source));
  const categories = listening.map(({ props }) => props.at("eventCategories").strings());
  return (
    categories.some((chosen) => chosen.length === 0) ||
    source.categories.every((category) => categories.some((chosen) => chosen.includes(category)))
  );
}

/** Whether a subscription is on and about this source, of all resources or of this one. */
function listensTo(stack: StackIndex, subscription: Subject, subject: Subject, source: Source): boolean {
  const { props } = subscription;
  if (props.at("enabled").isFalse() || (props.at("sourceType").string() ?? source.type) !== source.type) return false;
  const isAboutAll = !props.at("sourceIds").isSet() || source === DB_SECURITY_GROUP;
  return isAboutAll || stack.targets(subscription, "sourceIds", [subject.type]).includes(subject);
}
