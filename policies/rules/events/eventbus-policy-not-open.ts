import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { reportPublicStatements } from "../../kernel/public-statements";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

const PERMISSION = "aws:cloudwatch/eventPermission:EventPermission";
const organisation = { key: "aws:PrincipalOrgID", type: "StringEquals", value: "o-1" };
const allow = (principal: unknown, condition?: object): string =>
  JSON.stringify({
    Statement: [
      {
        Sid: "Put",
        Effect: "Allow",
        Principal: principal,
        Action: "events:PutEvents",
        Resource: "*",
        Condition: condition,
      },
    ],
  });

export const eventbusPolicyNotOpen: Rule = {
  id: "eventbus-policy-not-open",
  title: "Event buses take events only from accounts that they name",
  severity: "high",
  controls: { nist: ["AC-3"] },
  references: { cdkNag: ["AwsSolutions-EVB1"] },
  why: "Anybody could send events that start the rules and targets of the bus.",
  fix: "Name the accounts in Principal, or add StringEquals on aws:PrincipalOrgID.",
  url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html",
  types: ["aws:cloudwatch/eventBusPolicy:EventBusPolicy", PERMISSION],
  check({ resource, props, each, violated }) {
    if (resource.type === PERMISSION) {
      if (props.at("principal").string() === "*" && !isHeldToOrganisation(props.at("condition")))
        violated("principal", "an account, or a condition on the organisation", "everybody");
      return;
    }
    reportPublicStatements(props.at("policy"), { each, violated });
  },
  cases: {
    resource: [
      good("account named", { policy: allow({ AWS: "123456789012" }) }),
      good("everybody of one organisation", { policy: allow("*", { StringEquals: { "aws:PrincipalOrgID": "o-1" } }) }),
      good("a permission for one account", { principal: "123456789012" }, { type: PERMISSION }),
      good("a permission for one organisation", { principal: "*", condition: organisation }, { type: PERMISSION }),
      bad("everybody", { policy: allow("*") }, "policy"),
      bad("everybody in a list, as a document", { policy: JSON.parse(allow({ AWS: ["*"] })) }, "policy"),
      bad(
        "a condition that narrows nothing",
        { policy: allow("*", { StringEquals: { "events:source": "shop" } }) },
        "policy",
      ),
      bad("a permission for everybody", { principal: "*" }, "principal", { type: PERMISSION }),
      bad(
        "a permission for any organisation",
        { principal: "*", condition: { ...organisation, value: "*" } },
        "principal",
        { type: PERMISSION },
      ),
      bad(
        "a permission with another condition",
        { principal: "*", condition: { ...organisation, key: "aws:SourceIp" } },
        "principal",
        { type: PERMISSION },
      ),
      bad("no JSON", { policy: "{" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
      unknown("principal not known", { principal: UNKNOWN }, "principal", { type: PERMISSION }),
    ],
  },
};

/** AWS takes one condition only, on the organisation. */
function isHeldToOrganisation(condition: Value): boolean {
  const value = condition.at("value").string() ?? "";
  return condition.at("key").string()?.toLowerCase() === "aws:principalorgid" && /[^*?]/.test(value);
}
