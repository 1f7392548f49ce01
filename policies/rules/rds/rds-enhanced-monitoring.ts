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
import { isWritten } from "../../kernel/is-written";
import { CLUSTER, CLUSTER_INSTANCE, INSTANCE, makesInstances } from "./databases";

const watched = { monitoringInterval: 60, monitoringRoleArn: UNKNOWN };
const cluster = (props: Properties = {}): CaseResource => ({ type: CLUSTER, name: "orders", props });
const member = (props: Properties): CaseResource => ({
  type: CLUSTER_INSTANCE,
  name: "orders-0",
  props: { clusterIdentifier: UNKNOWN, ...props },
  refers: { clusterIdentifier: "orders" },
});

export const rdsEnhancedMonitoring: Rule = {
  id: "rds-enhanced-monitoring",
  title: "Databases report what their operating system does",
  severity: "low",
  controls: { fsbp: ["RDS.6"], nist: ["SI-4", "CA-7"] },
  references: { checkov: ["CKV_AWS_118"], cdkNag: ["RDSEnhancedMonitoringEnabled"] },
  why: "Processes, memory and waits for the disk are seen from inside the host alone, and nobody looks there in time.",
  fix: "Set monitoringInterval to 60 seconds or less, and monitoringRoleArn to a role for monitoring.rds.amazonaws.com.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-6",
  types: [INSTANCE, CLUSTER, CLUSTER_INSTANCE],
  check({ resource, props, violated }) {
    if (resource.type === CLUSTER_INSTANCE || (resource.type === CLUSTER && !makesInstances(props))) return;
    const [interval, role] = [props.at("monitoringInterval"), props.at("monitoringRoleArn")];
    if (!interval.number()) violated(interval, "1 to 60 seconds", "no reports");
    else if (!role.isSet()) violated(role, "a role that may write the reports", "none");
  },
  checkStack({ subject, props, stack, violated }) {
    // An instance of Aurora reports by itself or for its cluster.
    if (subject.type !== CLUSTER_INSTANCE) return;
    const reporting = [subject, ...stack.targets(subject, "clusterIdentifier", [CLUSTER])];
    const reports = reporting.some(
      (each) => isWritten(each, "monitoringInterval") && each.props.at("monitoringInterval").number(),
    );
    if (!reports) violated(props.at("monitoringInterval"), "1 to 60 seconds, here or for the cluster", "no reports");
  },
  cases: {
    resource: [
      good("every minute", watched),
      good("every second, as text", {
        monitoringInterval: "1",
        monitoringRoleArn: "arn:aws:iam::123456789012:role/watch",
      }),
      good(
        "a cluster that makes its instances",
        { ...watched, dbClusterInstanceClass: "db.m6gd.large" },
        {
          type: CLUSTER,
        },
      ),
      good("a cluster of Aurora, whose instances are judged", {}, { type: CLUSTER }),
      good("an instance of Aurora, which is judged with its cluster", {}, { type: CLUSTER_INSTANCE }),
      bad("provider's default left", { engine: "postgres" }, "monitoringInterval"),
      bad("turned off", { ...watched, monitoringInterval: 0 }, "monitoringInterval"),
      bad("without role", { monitoringInterval: 60 }, "monitoringRoleArn"),
      bad("a cluster that makes its instances", { dbClusterInstanceClass: "db.m6gd.large" }, "monitoringInterval", {
        type: CLUSTER,
      }),
      unknown("not known", { ...watched, monitoringInterval: UNKNOWN }, "monitoringInterval"),
    ],
    stack: [
      goodStack("by the instance", [cluster(), member({ monitoringInterval: 30 })]),
      goodStack("by the cluster", [cluster({ monitoringInterval: 60 }), member({ monitoringInterval: 0 })]),
      badStack("by neither", [cluster(), member({ monitoringInterval: 0 })], "monitoringInterval"),
      badStack(
        "by neither, before AWS fills it in",
        [cluster({ monitoringInterval: UNKNOWN }), member({ monitoringInterval: UNKNOWN })],
        "monitoringInterval",
      ),
      badStack(
        "a cluster of another stack",
        [{ ...member({ clusterIdentifier: "shared" }), refers: {} }],
        "monitoringInterval",
      ),
      unknownStack("cluster not known", [cluster(), { ...member({}), refers: {} }], "clusterIdentifier"),
    ],
  },
};
