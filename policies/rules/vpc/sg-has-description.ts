import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { DEFAULT_SECURITY_GROUP, SECURITY_GROUP, SECURITY_GROUP_RULE } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";

const [DEFAULT_GROUP] = DEFAULT_SECURITY_GROUP;
const [LEGACY_RULE, INGRESS_RULE, EGRESS_RULE] = SECURITY_GROUP_RULE;
/** What providers write where a program says nothing. */
const STAND_INS = ["Managed by Pulumi", "Managed by Terraform"];
const web = { description: "Web servers" };

export const sgHasDescription: Rule = {
  id: "sg-has-description",
  title: "Security groups and their rules say what they are for",
  severity: "low",
  controls: { nist: ["CM-8"] },
  references: { checkov: ["CKV_AWS_23"], cdkNag: ["AwsSolutions-EC27"] },
  why: "A rule that nobody can explain is never removed, and stays open after what needed it is gone.",
  fix: "Set description on the group (which replaces it) and on each rule, in words for those who read the console.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  types: [...SECURITY_GROUP, ...DEFAULT_SECURITY_GROUP, ...SECURITY_GROUP_RULE],
  check({ resource, props, each, violated }) {
    const require = (described: Value): void => {
      const description = described.at("description");
      if (!isText(description)) violated(description, "what it is for", description.isSet() ? "no words" : "nothing");
    };
    // AWS describes the default group itself.
    if (resource.type !== DEFAULT_GROUP) require(props);
    each([props.at("ingress"), props.at("egress")], (rules) => each(rules.list(), require));
  },
  cases: {
    resource: [
      good("a group", web),
      good("a group with rules", { ...web, ingress: [web], egress: web }),
      good("not known yet", { description: UNKNOWN }),
      good("the default group without rules", {}, { type: DEFAULT_GROUP }),
      good("a separate rule", web, { type: INGRESS_RULE }),
      bad("a group without", { ingress: [web] }, "description"),
      bad("a group with the provider's words", { description: "Managed by Pulumi" }, "description"),
      bad("an inline rule without", { ...web, ingress: [web, { protocol: "tcp" }] }, "ingress[1].description"),
      bad("an empty text", { ...web, egress: { description: " " } }, "egress.description"),
      bad("a rule of the default group", { ingress: [{}] }, "ingress[0].description", { type: DEFAULT_GROUP }),
      bad("a separate rule without", {}, "description", { type: INGRESS_RULE }),
      bad("a separate egress rule without", { ipProtocol: "tcp" }, "description", { type: EGRESS_RULE }),
      bad("a separate rule of the older kind", { type: "ingress" }, "description", { type: LEGACY_RULE }),
      unknown("rules not known", { ...web, ingress: UNKNOWN }, "ingress"),
    ],
  },
};

function isText(description: Value): boolean {
  if (description.isUnknown()) return true;
  const text = description.string()?.trim() ?? "";
  return text !== "" && !STAND_INS.includes(text);
}
