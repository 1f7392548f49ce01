import type { StackConfig } from "./config";

/** One thing that a figure of recovery rests on. */
export interface RecoveryMeasure {
  /** The figure: minutes until the application serves again, or minutes of data that may be lost. */
  objective: "time" | "point";
  /** What is lost when the measure is needed. */
  loss: "zone" | "data" | "region";
  /** What it is about. */
  subject: string;
  /** Minutes that it takes, or loses, at most. */
  minutes: number;
  /** What delivers the figure, and where that is said. */
  by: string;
}

const DAY = 24 * 60;

/**
 * What delivers each figure of recovery in this stack, by its own settings. The figures of AWS are its own: a standby
 * takes over within two minutes (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.Failover.html),
 * transaction logs are kept every five (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html), time control
 * copies objects within fifteen (https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html).
 */
export function recoveryMeasures(config: StackConfig): RecoveryMeasure[] {
  return [...atHome(config), ...(config.recovery?.region === undefined ? [] : away(config, config.recovery.region))];
}

function atHome({ database, network, services }: StackConfig): RecoveryMeasure[] {
  const spread = Object.values(services).every(({ scaling }) => scaling.min >= 2);
  return [
    ...(spread
      ? [measure("time", "zone", "services", 2, `two tasks or more, over ${network.availabilityZones.join(" and ")}`)]
      : []),
    ...(database?.multiZone
      ? [
          measure("time", "zone", "database", 2, "a standby in a second zone (database.multiZone)"),
          measure("point", "zone", "database", 0, "the standby is written to before a transaction counts as done"),
        ]
      : []),
    ...(database && database.backup.retentionDays > 0
      ? [
          measure(
            "point",
            "data",
            "database",
            5,
            `transaction logs every five minutes, for ${database.backup.retentionDays} days (database.backup.retentionDays)`,
          ),
        ]
      : []),
  ];
}

function away({ database, buckets, files, backup, secrets, recovery }: StackConfig, region: string): RecoveryMeasure[] {
  const copied = Object.entries(buckets).filter(([, { replication }]) => replication?.region === region);
  return [
    measure(
      "time",
      "region",
      "application",
      recovery?.timeObjectiveMinutes ?? 0,
      `a stack file for ${region}, brought up as docs/runbooks/disaster-recovery.md says`,
    ),
    ...(database?.backup.copyTo === region
      ? [
          measure(
            "point",
            "region",
            "database",
            5,
            `backups and transaction logs in ${region} (database.backup.copyTo), as soon as RDS has them`,
          ),
        ]
      : []),
    ...copied.map(([name, { replication }]) =>
      replication?.timeControl
        ? measure(
            "point",
            "region",
            `bucket ${name}`,
            15,
            `replication with time control (buckets.${name}.replication)`,
          )
        : measure(
            "point",
            "region",
            `bucket ${name}`,
            DAY,
            `replication without a promise (buckets.${name}.replication)`,
          ),
    ),
    ...(backup?.copyTo === region
      ? Object.keys(files).map((name) =>
          measure("point", "region", `files ${name}`, DAY, "the daily backup's copy (backup.copyTo)"),
        )
      : []),
    ...(Object.keys(secrets).length > 0
      ? [measure("point", "region", "secrets", 0, `copies that Secrets Manager keeps in ${region} (recovery.region)`)]
      : []),
  ];
}

const measure = (
  objective: RecoveryMeasure["objective"],
  loss: RecoveryMeasure["loss"],
  subject: string,
  minutes: number,
  by: string,
): RecoveryMeasure => ({ objective, loss, subject, minutes, by });
