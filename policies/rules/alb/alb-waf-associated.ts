import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { LOAD_BALANCER } from "../../kernel/tokens";
import { balancer, FROM_ANYWHERE, FROM_PREFIX_LIST, group } from "./balancer-cases";
import { isReachedByInternet, kindOf } from "./load-balancers";

const ASSOCIATIONS = [
  "aws:wafv2/webAclAssociation:WebAclAssociation",
  "aws:wafregional/webAclAssociation:WebAclAssociation",
];
const [ASSOCIATION = "", CLASSIC = ""] = ASSOCIATIONS;
const [, TWIN = ""] = LOAD_BALANCER;
const association = (type: string, resourceArn: unknown = UNKNOWN, refers = ["balancer"]): CaseResource => ({
  type,
  name: "association",
  props: { resourceArn },
  refers: { resourceArn: refers },
});

export const albWafAssociated: Rule = {
  id: "alb-waf-associated",
  title: "Application load balancers that the internet reaches stand behind a web ACL",
  severity: "medium",
  controls: { securityHub: ["ELB.16"], nist: ["AC-4(21)", "SC-7"] },
  references: { checkov: ["CKV2_AWS_28"], cdkNag: ["ALBWAFEnabled"] },
  why: "Without a firewall, injections, floods of requests and known bad clients reach the application itself.",
  fix: "Declare an aws.wafv2.WebAclAssociation with the load balancer's arn as resourceArn, or admit CloudFront alone.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-16",
  types: LOAD_BALANCER,
  checkStack({ subject, stack, violated }) {
    if (kindOf(subject.props) !== "application") return;
    if (stack.pointingAt(subject, ASSOCIATIONS, "resourceArn").length > 0) return;
    if (isReachedByInternet(stack, subject))
      violated("arn", "a WebAclAssociation with this load balancer", "none in the stack");
  },
  cases: {
    stack: [
      goodStack("associated", [balancer(), group([FROM_ANYWHERE]), association(ASSOCIATION)]),
      goodStack("associated with a classic one", [balancer({}, TWIN), group([FROM_ANYWHERE]), association(CLASSIC)]),
      goodStack("associated by its known ARN", [
        balancer({ arn: "arn:1" }),
        group([FROM_ANYWHERE]),
        association(ASSOCIATION, "arn:1", []),
      ]),
      goodStack("internal", [balancer({ internal: true }), group([FROM_ANYWHERE])]),
      goodStack("reached by CloudFront alone", [balancer(), group([FROM_PREFIX_LIST])]),
      goodStack("a network load balancer", [balancer({ loadBalancerType: "network" }), group([FROM_ANYWHERE])]),
      badStack("none", [balancer(), group([FROM_ANYWHERE])], "arn"),
      badStack("none, AWS's answer not known", [balancer({ internal: UNKNOWN }), group([FROM_ANYWHERE])], "arn"),
      badStack("none, the twin", [balancer({ internal: false }, TWIN), group([FROM_ANYWHERE])], "arn"),
      badStack(
        "none, one group of two open",
        [
          { ...balancer(), refers: { securityGroups: ["group", "narrow"] } },
          group([FROM_ANYWHERE]),
          { ...group([FROM_PREFIX_LIST]), name: "narrow" },
        ],
        "arn",
      ),
      badStack("none, groups of another stack", [{ ...balancer({ securityGroups: ["sg-1"] }), refers: {} }], "arn"),
      unknownStack(
        "an association of something",
        [balancer(), group([FROM_ANYWHERE]), association(ASSOCIATION, UNKNOWN, [])],
        "resourceArn of association",
      ),
      unknownStack("sources not known", [balancer(), group([{ cidrBlocks: UNKNOWN }])], "cidrBlocks"),
    ],
  },
};
