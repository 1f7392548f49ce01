import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import { isAnyPrincipal, isAnyResource, type Statement, statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";
import { isWritten } from "../../kernel/is-written";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const POLICY = "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy";

const allow = (statement: object = {}): { Statement: object[] } => ({
  Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...statement }],
});
const scoped = allow({ Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } } });
const endpoint = (policy?: unknown, props: object = {}, refers: string[] = []): CaseResource => ({
  type: ENDPOINT,
  name: "endpoint",
  props: { serviceName: "com.amazonaws.eu-west-1.logs", vpcEndpointType: "Interface", policy, ...props },
  refers: { policy: refers },
});
const separate = (policy: unknown): CaseResource => ({
  type: POLICY,
  name: "policy",
  props: { vpcEndpointId: UNKNOWN, policy },
  refers: { vpcEndpointId: "endpoint" },
});

export const vpcEndpointPolicyScoped: Rule = {
  id: "vpc-endpoint-policy-scoped",
  title: "VPC endpoints say who may do what through them",
  severity: "low",
  controls: { nist: ["AC-3", "SC-7"] },
  why: "Through an endpoint without a policy, stolen keys of any account carry data to that account's own buckets.",
  fix: "Set policy to a document that names actions, resources or, by aws:PrincipalAccount or aws:ResourceAccount, accounts.",
  url: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  types: [ENDPOINT],
  checkStack({ subject, props, stack, each, violated }) {
    if (!takesPolicy(props)) return;
    const own = isWritten(subject, "policy") ? [props.at("policy")] : [];
    const policies = [
      ...own,
      ...stack.pointingAt(subject, [POLICY], "vpcEndpointId").map((each) => each.props.at("policy")),
    ];
    if (policies.length === 0) violated("policy", "a policy of its own", "AWS's, which allows everything");
    each(policies, (policy) => {
      if (statementsOf(policy).some(isFullAccess))
        violated(policy, "named actions, resources or callers", "everything");
    });
  },
  cases: {
    stack: [
      goodStack("own account", [endpoint(JSON.stringify(scoped))]),
      goodStack("a named role", [endpoint(allow({ Principal: { AWS: "arn:aws:iam::123456789012:role/web" } }))]),
      goodStack("everything denied beside it", [
        endpoint({ Statement: [...scoped.Statement, ...allow({ Effect: "Deny" }).Statement] }),
      ]),
      goodStack("named actions, as an object", [endpoint(allow({ Action: ["logs:PutLogEvents"] }))]),
      goodStack("named resources", [
        endpoint(allow({ Resource: "arn:aws:s3:::assets/*" }), { vpcEndpointType: undefined }),
      ]),
      goodStack("a separate policy", [endpoint(UNKNOWN), separate(scoped)]),
      goodStack("a service of somebody else", [
        endpoint(undefined, { serviceName: "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0" }),
      ]),
      goodStack("an appliance behind a gateway", [endpoint(undefined, { vpcEndpointType: "GatewayLoadBalancer" })]),
      badStack("none", [endpoint()], "policy"),
      badStack("none, AWS's answer not known", [endpoint(UNKNOWN, { vpcEndpointType: "Gateway" })], "policy"),
      badStack("AWS's own, of a gateway", [endpoint(allow(), { vpcEndpointType: undefined })], "policy"),
      badStack(
        "everything beside what is named",
        [endpoint({ Statement: [...scoped.Statement, ...allow().Statement] })],
        "policy",
      ),
      badStack(
        "everything, as lists",
        [endpoint(JSON.stringify(allow({ Principal: { AWS: ["*"] }, Action: ["*"], Resource: ["*"] })))],
        "policy",
      ),
      badStack("everything, separately", [endpoint(UNKNOWN), separate(allow())], "policy"),
      badStack("no document", [endpoint("everything")], "policy"),
      unknownStack("document not known", [endpoint(UNKNOWN, {}, ["bucket"])], "policy"),
      unknownStack("separate document not known", [endpoint(), separate(UNKNOWN)], "policy"),
    ],
  },
};

/** Appliances and services of other accounts take none. */
function takesPolicy(endpoint: Value): boolean {
  const service = endpoint.at("serviceName");
  const isForeign = !service.isUnknown() && service.string()?.startsWith("com.amazonaws.vpce.") === true;
  return ["Gateway", "Interface"].includes(endpoint.at("vpcEndpointType").string() ?? "Gateway") && !isForeign;
}

const isFullAccess = (statement: Statement): boolean =>
  statement.effect === "Allow" &&
  statement.actions.includes("*") &&
  isAnyPrincipal(statement) &&
  isAnyResource(statement) &&
  statement.conditions.length === 0;
