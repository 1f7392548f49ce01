import type { MetricStatistic } from "../alarms";

/** The namespace of the lengths of one stack's lists. */
export const listNamespace = (namePrefix: string): string => `${namePrefix}/redis-lists`;

/** How many entries wait in a list. */
export function waitingEntries(namePrefix: string, list: string): MetricStatistic {
  return {
    namespace: listNamespace(namePrefix),
    name: "ListLength",
    dimensions: { List: list },
    statistic: "Maximum",
  };
}
