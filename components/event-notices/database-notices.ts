import type * as pulumi from "@pulumi/pulumi";
import type { EventNotice } from "./event-notice";

export interface DatabaseNoticesArgs {
  /** The instances that are watched, replicas included. */
  instanceIdentifiers: pulumi.Input<string>[];
}

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html
const CATEGORIES = ["failover", "failure", "low storage", "maintenance", "read replica", "recovery"];

/**
 * What RDS tells of its instances and no metric shows: that the standby took over, that maintenance is due or done, that
 * a replica has stopped. By EventBridge, since a subscription of RDS does not reach an encrypted topic
 * (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateEventSubscription.html).
 */
export function databaseNotices({ instanceIdentifiers }: DatabaseNoticesArgs): EventNotice[] {
  return [
    {
      name: "database-event",
      description: "RDS tells of a failover, a failure, maintenance or recovery",
      pattern: {
        source: ["aws.rds"],
        "detail-type": ["RDS DB Instance Event"],
        detail: { EventCategories: CATEGORIES, SourceIdentifier: instanceIdentifiers },
      },
      parts: { database: "$.detail.SourceIdentifier", event: "$.detail.EventID", message: "$.detail.Message" },
      message: "<database>: <message> (<event>)",
      runbook: "database-event",
    },
  ];
}
