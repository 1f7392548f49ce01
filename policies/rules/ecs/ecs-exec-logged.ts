import {
  bad,
  badStack,
  type CaseResource,
  good,
  goodStack,
  type Properties,
  unknown,
  UNKNOWN,
  unknownStack,
} from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { UnknownValue } from "../../kernel/unknown";
import type { Value } from "../../kernel/value";

const SERVICE = "aws:ecs/service:Service";
const CLUSTER = "aws:ecs/cluster:Cluster";
const PATH = "configuration.executeCommandConfiguration";

const logConfiguration = { cloudWatchLogGroupName: "/exec", cloudWatchEncryptionEnabled: true };
const recorded = { kmsKeyId: UNKNOWN, logging: "OVERRIDE", logConfiguration };
const sessions = (changes: object) => ({ configuration: { executeCommandConfiguration: { ...recorded, ...changes } } });
const cluster = (props: Properties): CaseResource => ({ type: CLUSTER, name: "main", props });
const service = (enableExecuteCommand: unknown): CaseResource => ({
  type: SERVICE,
  name: "web",
  props: { cluster: UNKNOWN, enableExecuteCommand },
  refers: { cluster: "main" },
});

export const ecsExecLogged: Rule = {
  id: "ecs-exec-logged",
  title: "Interactive sessions in containers are encrypted and recorded",
  severity: "medium",
  controls: { nist: ["AU-12", "AC-17"] },
  references: { checkov: ["CKV_AWS_223", "CKV_AWS_224"] },
  why: "A session can read and change all that its task can; without a record nobody knows what was done, or by whom.",
  fix: "Give the aws.ecs.Cluster an executeCommandConfiguration: OVERRIDE, a kmsKeyId and an encrypted log.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
  types: [CLUSTER, SERVICE],
  parameters: {
    allowed: {
      type: "boolean",
      default: true,
      description: "Whether services may allow interactive sessions at all.",
    },
  },
  check({ resource, props, violated, params }) {
    if (resource.type === CLUSTER) {
      for (const [setting, expected] of gapsOf(props.at(PATH)))
        violated(setting, expected, "nothing, or the contrary", setting.path.split(".").at(-1));
      return;
    }
    const exec = props.at("enableExecuteCommand");
    if (!params.allowed && exec.isTrue()) violated(exec, "false or absent", "sessions allowed");
  },
  checkStack({ subject, stack, violated }) {
    const exec = subject.props.at("enableExecuteCommand");
    if (subject.type !== SERVICE || !exec.isTrue()) return;
    for (const { name, props, references } of stack.targets(subject, "cluster", [CLUSTER])) {
      const configuration = props.at("configuration");
      // An unknown part may have made the whole configuration unknown or absent.
      if (!configuration.isSet() && references.configuration?.length)
        throw new UnknownValue(`configuration of ${name}`);
      if (!props.at(PATH).isSet()) violated(exec, "a cluster that records its sessions", "one that does not");
    }
  },
  cases: {
    resource: [
      good("recorded in CloudWatch", sessions({})),
      good(
        "recorded in S3",
        sessions({ kmsKeyId: "key-1", logConfiguration: { s3BucketName: "exec", s3BucketEncryptionEnabled: "true" } }),
      ),
      good("a cluster of which nothing is said", {}),
      good("a service that allows sessions", { enableExecuteCommand: true }, { type: SERVICE }),
      good("a service without sessions", {}, { type: SERVICE, params: { allowed: false } }),
      bad("not recorded", sessions({ logging: "NONE" }), `${PATH}.logging`),
      bad("recorded in each container's own log", sessions({ logging: "DEFAULT" }), `${PATH}.logging`),
      bad("recorded nowhere", sessions({ logConfiguration: undefined }), `${PATH}.logConfiguration`),
      bad("no key", sessions({ kmsKeyId: undefined }), `${PATH}.kmsKeyId`),
      bad(
        "log not encrypted",
        sessions({ logConfiguration: { cloudWatchLogGroupName: "/exec" } }),
        `${PATH}.logConfiguration.cloudWatchEncryptionEnabled`,
      ),
      bad(
        "bucket not encrypted",
        sessions({
          logConfiguration: { ...logConfiguration, s3BucketName: UNKNOWN, s3BucketEncryptionEnabled: false },
        }),
        `${PATH}.logConfiguration.s3BucketEncryptionEnabled`,
      ),
      bad("sessions where there should be none", { enableExecuteCommand: "true" }, "enableExecuteCommand", {
        type: SERVICE,
        params: { allowed: false },
      }),
      unknown("configuration not known", { configuration: UNKNOWN }, "configuration"),
    ],
    stack: [
      goodStack("a service of a cluster that records", [cluster(sessions({})), service(true)]),
      goodStack("a service without sessions", [cluster({}), service(false)]),
      goodStack("a cluster of another stack", [
        { type: SERVICE, name: "web", props: { cluster: "shared", enableExecuteCommand: true } },
      ]),
      badStack("a service of a cluster that does not", [cluster({}), service(true)], "enableExecuteCommand"),
      badStack(
        "a cluster by its known name",
        [
          cluster({ name: "main", configuration: { managedStorageConfiguration: {} } }),
          { ...service(true), props: { cluster: "main", enableExecuteCommand: true }, refers: {} },
        ],
        "enableExecuteCommand",
      ),
      unknownStack(
        "configuration lost",
        [{ ...cluster({}), refers: { configuration: "key" } }, service(true)],
        "configuration of main",
      ),
      unknownStack("setting not known", [cluster({}), service(UNKNOWN)], "enableExecuteCommand"),
    ],
  },
};

/** What a configuration of sessions lacks; nothing where there is none. */
function gapsOf(sessions: Value): [setting: Value, expected: string][] {
  if (!sessions.isSet()) return [];
  const log = sessions.at("logConfiguration");
  const gaps: [Value, string][] = [];
  if (sessions.at("logging").string() !== "OVERRIDE") gaps.push([sessions.at("logging"), "OVERRIDE"]);
  else if (!log.isSet()) gaps.push([log, "a log group or a bucket"]);
  if (!sessions.at("kmsKeyId").isSet()) gaps.push([sessions.at("kmsKeyId"), "a key"]);
  for (const [target, encryption] of [
    ["cloudWatchLogGroupName", "cloudWatchEncryptionEnabled"],
    ["s3BucketName", "s3BucketEncryptionEnabled"],
  ] as const) {
    if (log.at(target).isSet() && !log.at(encryption).isTrue()) gaps.push([log.at(encryption), "true"]);
  }
  return gaps;
}
