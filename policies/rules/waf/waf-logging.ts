import { badStack, type CaseResource, goodStack, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { WEB_ACL } from "./managed-groups";

const LOGGING = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";
const arn = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/shop/1";
const acl: CaseResource = { type: WEB_ACL, name: "acl", props: { arn: UNKNOWN } };
const logging = (of = "acl"): CaseResource => ({
  type: LOGGING,
  name: "logging",
  props: { resourceArn: UNKNOWN, logDestinationConfigs: [UNKNOWN] },
  refers: { resourceArn: of },
});

export const wafLogging: Rule = {
  id: "waf-logging",
  title: "What a web ACL decides is logged",
  severity: "medium",
  controls: { securityHub: ["WAF.11"], nist: ["AU-12"] },
  references: { checkov: ["CKV2_AWS_31"], cdkNag: ["WAFv2LoggingEnabled"] },
  why: "Without the log nobody can say who attacked what, or which honest request a rule refused.",
  fix: "Declare an aws.wafv2.WebAclLoggingConfiguration with the web ACL's ARN and a destination whose name starts with aws-waf-logs-.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-11",
  types: [WEB_ACL],
  checkStack({ subject, stack, violated }) {
    if (stack.pointingAt(subject, [LOGGING], "resourceArn").length === 0)
      violated("arn", "a WebAclLoggingConfiguration for this web ACL", "none in the stack");
  },
  cases: {
    stack: [
      goodStack("by reference", [acl, logging()]),
      goodStack("by known ARN", [
        { ...acl, props: { arn } },
        { ...logging(), props: { resourceArn: arn }, refers: {} },
      ]),
      badStack("none", [acl], "arn"),
      badStack("another's", [acl, { ...acl, name: "other" }, logging("other")], "arn"),
      unknownStack("of some web ACL", [acl, { ...logging(), refers: {} }], "resourceArn"),
    ],
  },
};
