import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { TARGET_GROUP } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";

const [, TWIN = ""] = TARGET_GROUP;
const group = { protocol: "HTTP", healthCheck: { path: "/health" }, deregistrationDelay: 30 };

export const tgHealthCheckDefined: Rule = {
  id: "tg-health-check-defined",
  title: "Targets have a health check of their own, fail it soon, and drain soon",
  severity: "low",
  controls: { nist: ["SI-2", "CP-10"] },
  references: { checkov: ["CKV_AWS_261"] },
  why: "A check of / passes on any page; a slow check sends users to a dead target, a long drain holds up deployments.",
  fix: "Set healthCheck.path to a page that fails with the application, and deregistrationDelay to a minute or so.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
  types: TARGET_GROUP,
  parameters: {
    failureSeconds: {
      type: "integer",
      minimum: 10,
      default: 120,
      description: "Seconds of failed checks after which a target gets no more requests, at most.",
    },
    drainSeconds: {
      type: "integer",
      minimum: 0,
      default: 120,
      description: "Seconds that requests under way may still take, at most.",
    },
  },
  check({ props, each, violated, params }) {
    if (!["HTTP", "HTTPS"].includes(props.at("protocol").string() ?? "")) return;
    const path = props.at("healthCheck.path");
    const failure = props.at("healthCheck");
    const drain = props.at("deregistrationDelay");
    each(
      [
        () => {
          if (!path.isUnknown() && !path.string()) violated(path, "a page for health checks", "the default one");
        },
        () => {
          if (secondsToFail(failure) > params.failureSeconds)
            violated(failure, `failure within ${params.failureSeconds} seconds`, "a longer one");
        },
        () => {
          if ((drain.number() ?? 300) > params.drainSeconds)
            violated(drain, `${params.drainSeconds} seconds at most`, drain.isSet() ? "more" : "the default of 300");
        },
      ],
      (examine) => examine(),
    );
  },
  cases: {
    resource: [
      good("a page of its own, defaults for the rest", group),
      good("numbers as text, a list of one", {
        protocol: "HTTPS",
        healthCheck: [{ path: "/health", interval: "15", unhealthyThreshold: "8" }],
        deregistrationDelay: "120",
      }),
      good("page not known yet", { ...group, healthCheck: { path: UNKNOWN } }),
      good("TCP has no pages", { protocol: "TCP" }),
      good("Lambda", { targetType: "lambda" }),
      good("a longer drain that is allowed", { ...group, deregistrationDelay: 600 }, { params: { drainSeconds: 600 } }),
      bad("no health check", { protocol: "HTTP", deregistrationDelay: 30 }, "healthCheck.path"),
      bad("no page", { ...group, healthCheck: { path: "" } }, "healthCheck.path", { type: TWIN }),
      bad(
        "ten failures at half a minute",
        { ...group, healthCheck: { path: "/health", unhealthyThreshold: 10 } },
        "healthCheck",
      ),
      bad("rare checks", { ...group, healthCheck: { path: "/health", interval: 60 } }, "healthCheck"),
      bad("AWS's drain left", { ...group, deregistrationDelay: undefined }, "deregistrationDelay"),
      bad("a long drain", { ...group, deregistrationDelay: 121 }, "deregistrationDelay"),
      unknown("drain not known", { ...group, deregistrationDelay: UNKNOWN }, "deregistrationDelay"),
      unknown("interval not known", { ...group, healthCheck: { path: "/", interval: UNKNOWN } }, "interval"),
    ],
  },
};

/** The provider's defaults: a check each 30 seconds, three failures. */
const secondsToFail = (check: Value): number =>
  (check.at("interval").number() ?? 30) * (check.at("unhealthyThreshold").number() ?? 3);
