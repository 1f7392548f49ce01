import { type Chapter, inBadInput, inComponent, inGivenUp, inStacks } from "../line";

/** How one learns what happens, and that nothing known to be bad goes out. */
export const operations: Chapter = {
  title: "Operations",
  lines: [
    {
      item: "Log retention",
      answer: "30 days in production and staging, 7 in development; less in production costs a written reason.",
      rules: ["log-group-retention", "log-group-no-orphans"],
      components: ["log-group"],
      checks: ["protections"],
      proofs: [
        inStacks("keeps every log for a set time, encrypted"),
        inGivenUp("logs.retentionDays"),
        inBadInput("a retention that CloudWatch does not offer"),
      ],
    },
    {
      item: "Dependency scan",
      answer:
        "ECR scans every image when it is pushed and the alarm topic is told of what is high or critical; tags cannot " +
        "move to another image. Every pull request here examines what the platform itself depends on.",
      duty: "Examine the packages of the application's own language in its pipeline: ECR's basic scan knows those of the system.",
      rules: ["ecr-scan-on-push", "ecr-tag-immutable", "ecs-image-pinned"],
      components: ["repository", "event-notices"],
      steps: [{ workflow: ".github/workflows/pull-request.yml", step: "npm audit --audit-level=high" }],
      proofs: [
        inComponent(
          "event-notices/repository-notices",
          "tell of images in which a scan found something high or critical",
        ),
        inComponent(
          "repository/repository",
          "keeps tags from moving, scans what is pushed and encrypts with the given key",
        ),
      ],
    },
    {
      item: "Alert on upstream 4xx/5xx",
      answer:
        "A line with ERROR counts, and more than 10 in 5 minutes, twice, ring; so do 5xx answers of the services, of the load " +
        "balancer and of CloudFront. Calls to other people's APIs that are answered with 400 or more are counted in the " +
        "services' JSON logs where alarms.upstream asks for it, and ring in the same way.",
      rules: ["alarm-coverage", "alarm-has-actions"],
      components: ["alarms"],
      proofs: [
        inComponent("alarms/alarm-sets", "counts lines with ERROR and rings above 10 in 5 minutes, twice"),
        inComponent(
          "alarms/upstream-error-alarm",
          "counts lines whose status is 400 or more, and rings above 10 in 5 minutes, twice",
        ),
        inStacks("counts the errors in each service's log"),
      ],
    },
    {
      item: "Health checks",
      answer:
        "Each service has its own path and grace period; a task that fails is replaced, a deployment that fails is " +
        "rolled back, and an unhealthy target rings.",
      rules: ["tg-health-check-defined", "ecs-circuit-breaker"],
      components: ["web-service", "alarms"],
      checks: ["service-settings"],
      proofs: [
        inStacks("asks every service for its health, and rolls back what is not well"),
        inComponent("web-service/web-service", "checks tasks by their own path and lets them finish"),
        inBadInput("a health path without a slash"),
      ],
    },
    {
      item: "Log and alarm coverage",
      answer:
        "Every container writes to a log group that the stack owns, the network, the edge and the database log too, and " +
        "load balancer, services, database, cache and edge have alarms that reach people with a section of the runbook.",
      rules: [
        "ecs-container-logging",
        "vpc-flow-logs-enabled",
        "rds-log-exports",
        "redis-logs",
        "alb-access-logs",
        "cf-logging",
        "s3-access-logging",
        "alarm-coverage",
        "alarm-has-actions",
        "alarm-actions-enabled",
      ],
      components: ["alarms", "notifications", "log-group"],
      proofs: [
        inStacks("sends every container's output to a log group of the stack"),
        inStacks("rings at the topic for every alarm, with a link to the runbook"),
        inComponent("alarms/alarm-sets", "have a section of the runbook for every alarm"),
      ],
    },
    {
      item: "Budgets",
      answer:
        "A monthly budget counts what carries the stack's tags and tells at shares of it and of the forecast, unusual " +
        "costs are told where a sum is named, and the preview shows each resource before it costs anything.",
      components: ["budget"],
      proofs: [
        inComponent("budget/budget", "counts what carries all of the stack's tags, by the month"),
        inComponent(
          "budget/budget",
          "tells the topic at each share, and of a month that is expected to end above the budget",
        ),
      ],
    },
  ],
};
