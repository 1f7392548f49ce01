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
import { demandCustomerKey } from "../../kernel/customer-key";
import { isWritten } from "../../kernel/is-written";
import { CLUSTER, CLUSTER_INSTANCE, engineOf, INSTANCE, makesInstances } from "./databases";

const key = "arn:aws:kms:eu-west-1:123456789012:key/1";
const insights = { performanceInsightsEnabled: true, performanceInsightsKmsKeyId: key };
const cluster = (props: Properties = {}): CaseResource => ({ type: CLUSTER, name: "orders", props });
const member = (props: Properties = {}): CaseResource => ({
  type: CLUSTER_INSTANCE,
  name: "orders-0",
  props: { clusterIdentifier: UNKNOWN, ...props },
  refers: { clusterIdentifier: "orders" },
});

export const rdsPerformanceInsights: Rule = {
  id: "rds-performance-insights",
  title: "Databases record which statements they spend their time on, under a key of yours",
  severity: "low",
  controls: { nist: ["SI-4", "SC-28"] },
  references: { checkov: ["CKV_AWS_353", "CKV_AWS_354"] },
  why: "Without the record nobody knows afterwards what brought the database down; it holds statements, hence the key.",
  fix: "Set performanceInsightsEnabled to true and performanceInsightsKmsKeyId to the arn of an aws.kms.Key.",
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html",
  types: [INSTANCE, CLUSTER, CLUSTER_INSTANCE],
  check({ resource, props, violated }) {
    const enabled = props.at("performanceInsightsEnabled");
    if (enabled.isTrue()) return demandCustomerKey(props.at("performanceInsightsKmsKeyId"), violated, "key");
    const isByItself = resource.type === INSTANCE || (resource.type === CLUSTER && makesInstances(props));
    // RDS does not offer it for MySQL and MariaDB on the smallest classes.
    const isSmall = /^db\.t\w+\.(micro|small)$/.test(props.at("instanceClass").string() ?? "");
    if (!isByItself || (isSmall && /^(mysql|mariadb)$/.test(engineOf(props) ?? ""))) return;
    violated(enabled, "true", "no record", "record");
  },
  checkStack({ subject, props, stack, violated }) {
    // An instance of Aurora records by itself or for its cluster.
    if (subject.type !== CLUSTER_INSTANCE) return;
    const recording = [subject, ...stack.targets(subject, "clusterIdentifier", [CLUSTER])];
    const isRecorded = recording.some(
      (each) => isWritten(each, "performanceInsightsEnabled") && each.props.at("performanceInsightsEnabled").isTrue(),
    );
    if (!isRecorded)
      violated(props.at("performanceInsightsEnabled"), "true, here or for the cluster", "no record", "record");
  },
  // Only under a key that is given: the first one stays for good.
  remedy({ props, set }) {
    const enabled = props.at("performanceInsightsEnabled");
    if (!enabled.isTrue() && props.at("performanceInsightsKmsKeyId").isSet()) set(enabled, true);
  },
  cases: {
    resource: [
      good("recorded", insights),
      good("recorded, as text", { ...insights, performanceInsightsEnabled: "true" }, { type: CLUSTER_INSTANCE }),
      good("a class that cannot", { engine: "mysql", instanceClass: "db.t4g.micro" }),
      good("a cluster of Aurora, whose instances are judged", {}, { type: CLUSTER }),
      bad("AWS's default left", { engine: "postgres", instanceClass: "db.t4g.micro" }, "performanceInsightsEnabled", {
        remediable: false,
      }),
      bad("refused", { ...insights, performanceInsightsEnabled: false }, "performanceInsightsEnabled"),
      bad("a larger class", { engine: "mysql", instanceClass: "db.t4g.medium" }, "performanceInsightsEnabled", {
        remediable: false,
      }),
      bad("a key alone", { engine: "postgres", performanceInsightsKmsKeyId: key }, "performanceInsightsEnabled"),
      bad(
        "a cluster that makes its instances",
        { dbClusterInstanceClass: "db.m6gd.large" },
        "performanceInsightsEnabled",
        { type: CLUSTER, remediable: false },
      ),
      bad("AWS's key", { performanceInsightsEnabled: true }, "performanceInsightsKmsKeyId", { remediable: false }),
      bad(
        "AWS's key by name, for a member",
        { ...insights, performanceInsightsKmsKeyId: "alias/aws/rds" },
        "performanceInsightsKmsKeyId",
        { type: CLUSTER_INSTANCE, remediable: false },
      ),
      unknown("not known", { ...insights, performanceInsightsEnabled: UNKNOWN }, "performanceInsightsEnabled"),
      unknown("key not known", { ...insights, performanceInsightsKmsKeyId: UNKNOWN }, "performanceInsightsKmsKeyId"),
    ],
    stack: [
      goodStack("by the instance", [cluster(), member(insights)]),
      goodStack("by the cluster", [cluster(insights), member()]),
      badStack("by neither", [cluster(), member()], "performanceInsightsEnabled"),
      badStack(
        "by neither, before AWS fills it in",
        [cluster({ performanceInsightsEnabled: UNKNOWN }), member({ performanceInsightsEnabled: UNKNOWN })],
        "performanceInsightsEnabled",
      ),
      unknownStack("cluster not known", [cluster(), { ...member(), refers: {} }], "clusterIdentifier"),
    ],
  },
};
