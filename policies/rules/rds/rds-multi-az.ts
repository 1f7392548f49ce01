import {
  bad,
  badStack,
  type CaseResource,
  good,
  goodStack,
  type Properties,
  unknown,
  UNKNOWN,
  unknownStack,
} from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Subject } from "../../kernel/subject";
import { CLUSTER, CLUSTER_INSTANCE, INSTANCE, isReplica, makesInstances } from "./databases";

const cluster = (props: Properties = {}): CaseResource => ({ type: CLUSTER, name: "orders", props });
const members = (...zones: unknown[]): CaseResource[] =>
  zones.map((availabilityZone, index) => ({
    type: CLUSTER_INSTANCE,
    name: `orders-${index}`,
    props: { clusterIdentifier: UNKNOWN, availabilityZone },
    refers: { clusterIdentifier: "orders" },
  }));

export const rdsMultiAz: Rule = {
  id: "rds-multi-az",
  title: "Databases survive the loss of an availability zone",
  severity: "medium",
  controls: { fsbp: ["RDS.5", "RDS.15"], cis: ["2.2.4"], nist: ["CP-10"] },
  references: { checkov: ["CKV_AWS_157"], cdkNag: ["AwsSolutions-RDS3"] },
  why: "A database in one zone is down as long as the zone is, and for every maintenance of its host.",
  fix: "Set multiAz to true, or give the cluster two aws.rds.ClusterInstance in different zones.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-5",
  types: [INSTANCE, CLUSTER],
  check({ resource, props, violated }) {
    if (resource.type !== INSTANCE || isReplica(props)) return;
    const multiAz = props.at("multiAz");
    if (!multiAz.isTrue()) violated(multiAz, "true", "an instance without standby");
  },
  checkStack({ subject, props, stack, violated }) {
    if (subject.type !== CLUSTER || makesInstances(props) || props.at("engineMode").string() === "serverless") return;
    const instances = stack.pointingAt(subject, [CLUSTER_INSTANCE], "clusterIdentifier");
    if (instances.length < 2) violated("clusterMembers", "two instances or more", "fewer in the stack");
    else if (areInOneZone(instances)) violated("clusterMembers", "instances in different zones", "all in one zone");
  },
  cases: {
    resource: [
      good("with a standby", { multiAz: true }),
      good("with a standby, as text", { multiAz: "true" }),
      good("replica, whose source has the standby", { replicateSourceDb: UNKNOWN }),
      good("a cluster, which is judged by its members", {}, { type: CLUSTER }),
      bad("AWS's default left", { engine: "postgres" }, "multiAz"),
      bad("refused", { multiAz: false }, "multiAz"),
      unknown("not known", { multiAz: UNKNOWN }, "multiAz"),
    ],
    stack: [
      goodStack("two members, zones left to AWS", [cluster(), ...members(undefined, UNKNOWN)]),
      goodStack("two members, both zones left out", [cluster(), ...members(undefined, undefined)]),
      goodStack("two members, one zone left to AWS", [cluster(), ...members("eu-west-1a", UNKNOWN)]),
      goodStack("two members in two zones", [cluster(), ...members("eu-west-1a", "eu-west-1b")]),
      goodStack("a cluster that makes its instances", [cluster({ dbClusterInstanceClass: "db.m6gd.large" })]),
      goodStack("serverless", [cluster({ engineMode: "serverless" })]),
      goodStack("an instance, which is judged by itself", [{ type: INSTANCE, name: "orders", props: {} }]),
      badStack("one member", [cluster(), ...members(undefined)], "clusterMembers"),
      badStack("no member", [cluster()], "clusterMembers"),
      badStack("two members in one zone", [cluster(), ...members("eu-west-1a", "eu-west-1a")], "clusterMembers"),
      unknownStack(
        "a member of some cluster",
        [cluster(), ...members(undefined).map((member) => ({ ...member, refers: {} }))],
        "clusterIdentifier of orders-0",
      ),
    ],
  },
};

/** Whether the zones are all given, and the same; AWS spreads what the program leaves open. */
function areInOneZone(instances: readonly Subject[]): boolean {
  const zones = instances.map(({ props }) => props.at("availabilityZone"));
  if (zones.some((zone) => !zone.isSet() || zone.isUnknown())) return false;
  return new Set(zones.map((zone) => zone.string())).size === 1;
}
