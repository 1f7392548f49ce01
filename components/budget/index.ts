export { Budget, type BudgetArgs, MOST_NOTIFICATIONS } from "./budget";
export { CostAnomalies, type CostAnomaliesArgs } from "./cost-anomalies";
