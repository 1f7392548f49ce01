import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const PATH = "configuration.managedStorageConfiguration.fargateEphemeralStorageKmsKeyId";
const storage = (managedStorageConfiguration: unknown) => ({ configuration: { managedStorageConfiguration } });

export const ecsFargateStorageCmk: Rule = {
  id: "ecs-fargate-storage-cmk",
  title: "The disks of Fargate tasks are encrypted with a key of yours",
  severity: "low",
  controls: { nist: ["SC-28(1)"] },
  why: "With a key of its own an organisation can audit and end access to what tasks leave on their disks.",
  fix: "Set configuration.managedStorageConfiguration.fargateEphemeralStorageKmsKeyId of the aws.ecs.Cluster.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-create-storage-key.html",
  types: ["aws:ecs/cluster:Cluster"],
  optIn: true,
  check({ props, violated }) {
    const key = props.at(PATH);
    if (!key.isSet()) violated(key, "a key", "none, which leaves it to one of AWS");
  },
  cases: {
    resource: [
      good("a key", storage({ fargateEphemeralStorageKmsKeyId: "key-1" })),
      good("a key that is not there yet", storage([{ fargateEphemeralStorageKmsKeyId: UNKNOWN }])),
      bad("AWS's default left", {}, PATH),
      bad("a key for another kind of storage", storage({ kmsKeyId: "key-1" }), PATH),
      unknown("configuration not known", { configuration: UNKNOWN }, "configuration"),
    ],
  },
};
