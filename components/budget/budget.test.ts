import { declare } from "../testing/declared";
import { Budget, type BudgetArgs, CostAnomalies } from ".";

const TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";

const args: BudgetArgs = {
  budgetName: "shop-prod-monthly",
  tags: { application: "shop", stack: "prod" },
  monthlyUsd: 938,
  alertPercents: [80, 100],
  forecast: true,
  topicArn: TOPIC,
  emails: [],
};

const budgetOf = async (more: Partial<BudgetArgs> = {}) => {
  const declared = await declare(() => {
    new Budget("budget", { ...args, ...more });
  });
  return declared.one("aws:budgets/budget:Budget", "budget");
};

describe("Budget", () => {
  it("counts what carries all of the stack's tags, by the month", async () => {
    const budget = await budgetOf();

    expect(budget.parentName).toBe("budget");
    expect(budget.inputs).toMatchObject({
      name: "shop-prod-monthly",
      budgetType: "COST",
      timeUnit: "MONTHLY",
      limitAmount: "938",
      limitUnit: "USD",
      metrics: "UnblendedCost",
      filterExpression: {
        ands: [
          { tags: { key: "application", values: ["shop"], matchOptions: ["EQUALS"] } },
          { tags: { key: "stack", values: ["prod"], matchOptions: ["EQUALS"] } },
        ],
      },
    });
  });

  it("tells the topic at each share, and of a month that is expected to end above the budget", async () => {
    const notification = (notificationType: string, threshold: number) => ({
      notificationType,
      comparisonOperator: "GREATER_THAN",
      threshold,
      thresholdType: "PERCENTAGE",
      subscriberSnsTopicArns: [TOPIC],
    });
    expect((await budgetOf()).inputs.notifications).toEqual([
      notification("ACTUAL", 80),
      notification("ACTUAL", 100),
      notification("FORECASTED", 100),
    ]);
    expect((await budgetOf({ forecast: false })).inputs.notifications).toHaveLength(2);
  });

  it("tells further addresses too", async () => {
    const { notifications } = (await budgetOf({ emails: ["finance@example.com"] })).inputs;
    for (const { subscriberEmailAddresses } of notifications) {
      expect(subscriberEmailAddresses).toEqual(["finance@example.com"]);
    }
  });

  it("asks for one tag without joining it to nothing", async () => {
    expect((await budgetOf({ tags: { application: "shop" } })).inputs.filterExpression).toEqual({
      tags: { key: "application", values: ["shop"], matchOptions: ["EQUALS"] },
    });
  });

  it.each<[Partial<BudgetArgs>, string]>([
    [{ tags: {} }, "budget: tags must name at least one tag"],
    [
      { alertPercents: [20, 40, 60, 80, 100] },
      "budget: alertPercents and forecast make 6 notifications; there may be 1 to 5",
    ],
    [{ alertPercents: [], forecast: false }, "budget: alertPercents and forecast make 0 notifications"],
  ])("refuses %j", async (wrong, message) => {
    await declare(() => {
      expect(() => new Budget("budget", { ...args, ...wrong })).toThrow(message);
    });
  });
});

describe("CostAnomalies", () => {
  it("tells the topic at once of what is unusual by more than the given sum", async () => {
    const declared = await declare(() => {
      const tag = { key: "application", value: "shop" };
      new CostAnomalies("anomalies", { monitorName: "shop-prod", tag, aboveUsd: 50, topicArn: TOPIC });
    });

    const monitor = declared.one("aws:costexplorer/anomalyMonitor:AnomalyMonitor", "anomalies");
    expect(monitor.parentName).toBe("anomalies");
    expect(monitor.inputs).toMatchObject({ name: "shop-prod", monitorType: "CUSTOM" });
    expect(JSON.parse(monitor.inputs.monitorSpecification)).toEqual({
      Tags: { Key: "application", Values: ["shop"], MatchOptions: ["EQUALS"] },
    });
    expect(declared.one("aws:costexplorer/anomalySubscription:AnomalySubscription").inputs).toEqual({
      name: "shop-prod",
      monitorArnLists: [monitor.outputs.arn],
      frequency: "IMMEDIATE",
      subscribers: [{ type: "SNS", address: TOPIC }],
      thresholdExpression: {
        dimension: {
          key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
          matchOptions: ["GREATER_THAN_OR_EQUAL"],
          values: ["50"],
        },
      },
    });
  });
});
