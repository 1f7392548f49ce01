import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { dashboardBody } from "./dashboard-body";
import type { Widget } from "./widget";

export interface DashboardArgs {
  /** Physical name, unique in the account: letters, digits, hyphens and underscores. */
  dashboardName: string;
  /** Region of the dashboard and, where a widget says nothing else, of its metrics. */
  region: string;
  widgets: Widget[];
}

/**
 * A CloudWatch dashboard, laid out from a list of widgets.
 *
 * Creates the dashboard. Costs $3 a month; an account's first three, of up to 50 metrics each, are free
 * (https://aws.amazon.com/cloudwatch/pricing/).
 *
 * Throws when there is nothing to show, or the name is none that CloudWatch takes.
 */
export class Dashboard extends pulumi.ComponentResource {
  readonly dashboardName: pulumi.Output<string>;

  constructor(name: string, args: DashboardArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Dashboard", name, {}, opts);
    check(name, args);

    const dashboard = new cloudwatch.Dashboard(
      name,
      {
        dashboardName: args.dashboardName,
        dashboardBody: pulumi.jsonStringify(dashboardBody(args.widgets, args.region)),
      },
      { parent: this },
    );

    this.dashboardName = dashboard.id;
    this.registerOutputs({ dashboardName: this.dashboardName });
  }
}

function check(name: string, { dashboardName, widgets }: DashboardArgs): void {
  if (widgets.length === 0) throw new Error(`${name}: widgets must have at least one widget`);
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(dashboardName)) {
    throw new Error(`${name}: dashboardName must be letters, digits, hyphens and underscores, got "${dashboardName}"`);
  }
}
