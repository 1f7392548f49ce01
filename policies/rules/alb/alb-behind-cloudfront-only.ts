import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { LOAD_BALANCER } from "../../kernel/tokens";
import { balancer, distribution, FROM_ANYWHERE, FROM_PREFIX_LIST, group } from "./balancer-cases";
import { groupsOf, isBehindCloudFront, isInternetFacing, isOpen } from "./load-balancers";

const [, TWIN = ""] = LOAD_BALANCER;
const rule = (props: object): CaseResource => ({
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  name: "rule",
  props: { ipProtocol: "tcp", securityGroupId: UNKNOWN, ...props },
  refers: { securityGroupId: "group" },
});

export const albBehindCloudfrontOnly: Rule = {
  id: "alb-behind-cloudfront-only",
  title: "A load balancer behind CloudFront is reached through CloudFront alone",
  severity: "medium",
  controls: { nist: ["SC-7", "AC-4"] },
  why: "Who goes to the load balancer directly passes by the firewall, the geographic limits and the cache of the CDN.",
  fix: "Make the load balancer internal with a VPC origin, or admit only CloudFront's prefix list (prefixListId).",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html",
  types: LOAD_BALANCER,
  checkStack({ subject, stack, each, violated }) {
    if (!isBehindCloudFront(stack, subject) || !isInternetFacing(subject)) return;
    each(groupsOf(stack, subject), (target) => {
      if (isOpen(stack, target))
        violated("securityGroups", "ingress from CloudFront alone", "ingress from the internet", target.name);
    });
  },
  cases: {
    stack: [
      goodStack("internal, with a VPC origin", [balancer({ internal: true }), group([FROM_ANYWHERE]), distribution]),
      goodStack("CloudFront's prefix list", [balancer(), group([FROM_PREFIX_LIST]), distribution]),
      goodStack("a separate rule with the prefix list", [
        balancer(),
        group([]),
        rule({ prefixListId: UNKNOWN }),
        distribution,
      ]),
      goodStack("another origin", [
        balancer({ dnsName: "web-1.elb.amazonaws.com" }),
        group([FROM_ANYWHERE]),
        { ...distribution, props: { origins: { domainName: "files.example.com" } }, refers: {} },
      ]),
      goodStack("no distribution", [balancer(), group([FROM_ANYWHERE])]),
      badStack("open, inline rule", [balancer(), group([FROM_ANYWHERE]), distribution], "securityGroups"),
      badStack("open, the twin", [balancer({}, TWIN), group([FROM_ANYWHERE]), distribution], "securityGroups"),
      badStack(
        "open beside the prefix list, separate IPv6 rule",
        [balancer(), group([FROM_PREFIX_LIST]), rule({ cidrIpv6: "::/0" }), distribution],
        "securityGroups",
      ),
      badStack(
        "open, named by what is known",
        [
          { ...balancer({ dnsName: "web-1.elb.amazonaws.com", securityGroups: ["sg-1"] }), refers: {} },
          { ...group([FROM_ANYWHERE]), props: { id: "sg-1", ingress: FROM_ANYWHERE } },
          {
            ...distribution,
            props: { origins: [{ domainName: UNKNOWN }, { domainName: "web-1.elb.amazonaws.com" }] },
            refers: {},
          },
        ],
        "securityGroups",
      ),
      unknownStack("sources not known", [balancer(), rule({ cidrIpv4: UNKNOWN }), group([]), distribution], "cidrIpv4"),
    ],
  },
};
