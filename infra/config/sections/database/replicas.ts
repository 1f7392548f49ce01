import { z } from "zod";
import { listOf, settings, wholeNumber } from "../../accepted";
import { instanceClass } from "./instance-class";

const MOST_REPLICAS = 5;
const replicaSettings = settings({
  class: instanceClass().optional().describe("Class of the replica. Default: that of the database."),
});

export const replicasSchema = z
  .union(
    [wholeNumber(0, MOST_REPLICAS), listOf(replicaSettings, "replicas", 0, MOST_REPLICAS)],
    `a number from 0 to ${MOST_REPLICAS}, or a list with the settings of each replica`,
  )
  .default(0)
  .transform((replicas) =>
    typeof replicas === "number" ? Array.from({ length: replicas }, () => replicaSettings.parse({})) : replicas,
  )
  .meta({
    description:
      "Copies for queries only, moments behind the database; each costs as much as an instance. Add and take away at the end.",
    examples: [1, [{ class: "db.r6g.large" }]],
  });
