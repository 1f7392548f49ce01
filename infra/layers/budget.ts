import { Budget, CostAnomalies } from "@platform/components/budget";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Foundation } from "./foundation";

/** What the stack may cost, by the tags that all of its resources have. */
export function budget(config: StackConfig, { names, alarmTopic: { topicArn }, opts }: Foundation): void {
  if (!config.budget) return;
  const { application, stack } = config;
  const { anomaliesAboveUsd: aboveUsd, ...settings } = config.budget;
  new Budget(
    "budget",
    { ...settings, budgetName: `${names.prefix}-monthly`, tags: { application, stack }, topicArn },
    declaredBy(opts, at("budget")),
  );
  if (aboveUsd === undefined) return;
  // A monitor takes one tag only, so it watches all stacks of the application.
  const tag = { key: "application", value: application };
  new CostAnomalies(
    "cost-anomalies",
    { monitorName: names.prefix, tag, aboveUsd, topicArn },
    declaredBy(opts, at("budget", "anomaliesAboveUsd")),
  );
}
