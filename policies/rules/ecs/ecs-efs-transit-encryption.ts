import { bad, good, type Properties, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

const CONFIGURATION = "volumes[0].efsVolumeConfiguration";
const authorizationConfig = { accessPointId: "fsap-1", iam: "ENABLED" };
const safe = { fileSystemId: "fs-1", transitEncryption: "ENABLED", authorizationConfig };
const mounting = (efsVolumeConfiguration: unknown): Properties => ({
  volumes: [{ name: "uploads", efsVolumeConfiguration }],
});

export const ecsEfsTransitEncryption: Rule = {
  id: "ecs-efs-transit-encryption",
  title: "Tasks mount EFS encrypted, as themselves and by an access point",
  severity: "medium",
  controls: { fsbp: ["ECS.18"], nist: ["SC-8(1)"] },
  references: { checkov: ["CKV_AWS_97"] },
  why: "Plain NFS can be read on its way, and without IAM and an access point each task reads the whole file system.",
  fix: 'Set transitEncryption to "ENABLED" and authorizationConfig to { accessPointId, iam: "ENABLED" }.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-18",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  check({ props, each, violated }) {
    each(props.at("volumes").list(), (volume) => {
      const efs = volume.at("efsVolumeConfiguration");
      if (!efs.isSet()) return;
      const demand = (setting: Value, isMet: boolean, expected: string): void => {
        const part = `${volume.at("name").string() ?? "volume"}.${setting.path.split(".").at(-1)}`;
        if (!isMet) violated(setting, expected, "nothing, or the contrary", part);
      };
      const [encryption, iam] = [efs.at("transitEncryption"), efs.at("authorizationConfig.iam")];
      const accessPoint = efs.at("authorizationConfig.accessPointId");
      demand(encryption, encryption.string() === "ENABLED", "ENABLED");
      demand(iam, iam.string() === "ENABLED", "ENABLED");
      demand(accessPoint, accessPoint.isSet(), "an access point");
    });
  },
  // Which access point is meant, nothing tells; and without a role of its own a task cannot mount by IAM.
  remedy({ props, each, set }) {
    each(props.at("volumes").list(), (volume) => {
      const efs = volume.at("efsVolumeConfiguration");
      if (!efs.isSet()) return;
      const settings = [efs.at("transitEncryption")];
      if (props.at("taskRoleArn").isSet()) settings.push(efs.at("authorizationConfig.iam"));
      each(settings, (setting) => {
        if (setting.string() !== "ENABLED") set(setting, "ENABLED");
      });
    });
  },
  cases: {
    resource: [
      good("all three", mounting(safe)),
      good("all three, in lists of one", mounting([{ ...safe, authorizationConfig: [authorizationConfig] }])),
      good("an access point that is not there yet", {
        volumes: mounting({ ...safe, authorizationConfig: { ...authorizationConfig, accessPointId: UNKNOWN } }).volumes,
      }),
      good("no EFS", { volumes: [{ name: "scratch" }] }),
      good("no volumes", {}),
      bad(
        "AWS's default left",
        mounting({ ...safe, transitEncryption: undefined }),
        `${CONFIGURATION}.transitEncryption`,
      ),
      bad("in the clear", mounting({ ...safe, transitEncryption: "DISABLED" }), `${CONFIGURATION}.transitEncryption`),
      bad(
        "without IAM",
        { taskRoleArn: UNKNOWN, ...mounting({ ...safe, authorizationConfig: { accessPointId: "fsap-1" } }) },
        `${CONFIGURATION}.authorizationConfig.iam`,
      ),
      bad(
        "without IAM and without a role",
        mounting({ ...safe, authorizationConfig: { accessPointId: "fsap-1" } }),
        `${CONFIGURATION}.authorizationConfig.iam`,
        { remediable: false },
      ),
      bad(
        "in the clear, without IAM, one of two volumes",
        {
          taskRoleArn: UNKNOWN,
          volumes: [
            { name: "scratch" },
            {
              name: "uploads",
              efsVolumeConfiguration: { fileSystemId: "fs-1", authorizationConfig: [{ accessPointId: "fsap-1" }] },
            },
          ],
        },
        [
          "volumes[1].efsVolumeConfiguration.transitEncryption",
          "volumes[1].efsVolumeConfiguration.authorizationConfig.iam",
        ],
      ),
      bad(
        "without access point",
        mounting({ ...safe, authorizationConfig: { iam: "ENABLED" } }),
        `${CONFIGURATION}.authorizationConfig.accessPointId`,
        { remediable: false },
      ),
      unknown("configuration not known", mounting(UNKNOWN), CONFIGURATION),
      unknown("volumes not known", { volumes: UNKNOWN }, "volumes"),
    ],
  },
};
