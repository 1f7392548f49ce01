import { readdirSync } from "node:fs";
import path from "node:path";
import { levelIn } from "../../policies/environment-config";
import type { Level } from "../../policies/kernel/policies";
import type { Rule } from "../../policies/kernel/rule";
import { ENVIRONMENTS, type Environment } from "../../policies/levels";

const RULES = path.join(__dirname, "../../policies/rules");

/** Headings of the services, by the folders of their rules. */
const SERVICES: { readonly [folder: string]: string } = {
  acm: "Certificates (ACM)",
  alb: "Load balancers",
  backup: "Backup",
  cloudfront: "CloudFront",
  cloudwatch: "CloudWatch",
  ecr: "Image repositories (ECR)",
  ecs: "Containers (ECS)",
  efs: "File systems (EFS)",
  elasticache: "Redis and Valkey (ElastiCache)",
  events: "Event buses (EventBridge)",
  iam: "IAM",
  kms: "Keys (KMS)",
  lambda: "Functions (Lambda)",
  pulumi: "Pulumi itself",
  rds: "Databases (RDS)",
  route53: "DNS (Route 53)",
  s3: "S3",
  scheduler: "Schedules (EventBridge Scheduler)",
  secrets: "Secrets and parameters",
  sns: "Notifications (SNS)",
  sqs: "Queues (SQS)",
  vpc: "Networks (VPC)",
  waf: "Firewall (WAF)",
};

/** What is told of a rule, in `docs/policies.json` and on the page. */
export interface CatalogueEntry extends Pick<
  Rule,
  "id" | "title" | "severity" | "controls" | "why" | "fix" | "url" | "types"
> {
  references: NonNullable<Rule["references"]>;
  parameters: NonNullable<Rule["parameters"]>;
  levels: { [environment in Environment]: Level };
  /** Whether it is off until a configuration gives it a level. */
  optIn: boolean;
  /** How much of what it finds it mends at level `remediate`. */
  remedy: "whole" | "part" | "none";
  /** Judged alone, with its partners in the stack, or both. */
  judges: ("resource" | "stack")[];
  cases: { good: number; bad: number; unknown: number };
}

export interface ServiceCatalogue {
  service: string;
  title: string;
  rules: CatalogueEntry[];
}

/** The rules by service, in the order of the services' titles; a rule's file bears its id. */
export function catalogueOf(rules: readonly Rule[]): ServiceCatalogue[] {
  const folders = readdirSync(RULES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name: service }) => {
      const title = SERVICES[service];
      if (!title) throw new Error(`policies/rules/${service} has no title in ${path.basename(__filename)}`);
      const files = new Set(readdirSync(path.join(RULES, service)));
      return { service, title, rules: rules.filter(({ id }) => files.has(`${id}.ts`)).map(entryOf) };
    })
    .sort((one, other) => one.title.localeCompare(other.title, "en"));
}

const remedyOf = (rule: Rule, cases: { remediable?: false }[]): CatalogueEntry["remedy"] => {
  if (!rule.remedy) return "none";
  return cases.every(({ remediable }) => remediable ?? true) ? "whole" : "part";
};

function entryOf(rule: Rule): CatalogueEntry {
  const { id, title, severity, controls, why, fix, url, types } = rule;
  const cases = [...(rule.cases.resource ?? []), ...(rule.cases.stack ?? [])];
  const count = (verdict: string): number => cases.filter((each) => each.verdict === verdict).length;
  const levels = ENVIRONMENTS.map((environment) => [environment, levelIn(environment, rule)] as const);
  return {
    id,
    title,
    severity,
    levels: Object.fromEntries(levels) as CatalogueEntry["levels"],
    optIn: rule.optIn ?? false,
    remedy: remedyOf(rule, cases),
    judges: [...(rule.check ? (["resource"] as const) : []), ...(rule.checkStack ? (["stack"] as const) : [])],
    controls,
    references: rule.references ?? {},
    parameters: rule.parameters ?? {},
    why,
    fix,
    url,
    types,
    cases: { good: count("good"), bad: count("bad"), unknown: count("unknown") },
  };
}
