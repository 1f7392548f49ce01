import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

const breaker = (enable: unknown, rollback: unknown) => ({ deploymentCircuitBreaker: { enable, rollback } });

const flagsOf = (service: Value): Value[] => [
  service.at("deploymentCircuitBreaker.enable"),
  service.at("deploymentCircuitBreaker.rollback"),
];

export const ecsCircuitBreaker: Rule = {
  id: "ecs-circuit-breaker",
  title: "A deployment that fails is rolled back by itself",
  severity: "medium",
  controls: { nist: ["CP-10", "SI-2"] },
  why: "Without the breaker ECS starts tasks that fail again and again, until somebody notices.",
  fix: "Set deploymentCircuitBreaker to { enable: true, rollback: true }.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html",
  types: ["aws:ecs/service:Service"],
  check({ props, each, violated }) {
    const controller = props.at("deploymentController.type").string() ?? "ECS";
    const strategy = props.at("deploymentConfiguration.strategy").string() ?? "ROLLING";
    // The others watch their deployments in their own way.
    if (controller !== "ECS" || strategy !== "ROLLING") return;
    each(flagsOf(props), (flag) => {
      if (!flag.isTrue()) violated(flag, "true", "false or nothing");
    });
  },
  remedy({ props, each, set }) {
    each(flagsOf(props), (flag) => {
      if (!flag.isTrue()) set(flag, true);
    });
  },
  cases: {
    resource: [
      good("breaks and rolls back", breaker(true, true)),
      good("breaks and rolls back, as text in a list of one", {
        deploymentCircuitBreaker: [{ enable: "true", rollback: "true" }],
      }),
      good("CodeDeploy", { deploymentController: { type: "CODE_DEPLOY" } }),
      good("blue and green", { deploymentConfiguration: { strategy: "BLUE_GREEN" } }),
      bad("AWS's default left", {}, ["deploymentCircuitBreaker.enable", "deploymentCircuitBreaker.rollback"]),
      bad("does not break", breaker(false, true), "deploymentCircuitBreaker.enable"),
      bad("does not roll back", breaker(true, false), "deploymentCircuitBreaker.rollback"),
      bad(
        "does not roll back, everything else said",
        {
          ...breaker(true, false),
          deploymentController: { type: "ECS" },
          deploymentConfiguration: { strategy: "ROLLING" },
        },
        "deploymentCircuitBreaker.rollback",
      ),
      unknown("breaker not known", { deploymentCircuitBreaker: UNKNOWN }, "deploymentCircuitBreaker"),
      unknown("rollback not known", breaker(true, UNKNOWN), "deploymentCircuitBreaker.rollback"),
    ],
  },
};
