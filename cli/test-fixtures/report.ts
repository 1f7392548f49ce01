import type { Finding } from "../preview/findings";
import type { Report } from "../preview/report";
import type { Folders } from "../render/places";

export const FOLDERS: Folders = { repository: "/repo", project: "/repo/app", working: "/repo/app" };

const urnOf = (types: string, name: string): string => `urn:pulumi:prod::platform::${types}::${name}`;
export const SERVICE = urnOf("platform:index:Service", "api");
export const KEY = urnOf("platform:index:Service$aws:kms/key:Key", "api key");
export const ALIAS = urnOf("platform:index:Service$aws:kms/alias:Alias", "api-alias");

export const finding = (rule: string, message: string, more: Partial<Finding> = {}): Finding => ({
  rule,
  level: "advisory",
  description: "",
  message,
  ...more,
});

const noted = (urn: string, name: string, parent?: string): Report["manifest"]["resources"][number] =>
  ({ urn, name, type: urn.split("::")[2]?.split("$").at(-1), custom: urn !== SERVICE, parent }) as never;

/** A preview with a finding of every kind; the key is declared at a line, the alias only in its component. */
export const report = {
  stackFile: "Pulumi.prod.yaml",
  policyConfig: "policies/config/production.json",
  manifest: {
    project: "platform",
    stack: "prod",
    view: "preview",
    resources: [noted(SERVICE, "api"), noted(KEY, "api key", SERVICE), noted(ALIAS, "api-alias", SERVICE)],
    outputs: {},
  },
  sources: { [SERVICE]: "infra/index.ts:41", [KEY]: "components/key ring/key.ts:25" },
  causes: {},
  pack: {
    name: "platform",
    version: "1.2.3",
    rules: [
      {
        id: "kms-key-rotation",
        level: "mandatory",
        title: "Keys rotate",
        description: "Keys rotate. Set enableKeyRotation.",
        severity: "critical",
        fix: "Set enableKeyRotation.",
        url: "https://docs.aws.amazon.com/kms",
        tags: ["KMS.4"],
      },
      { id: "kms-key-window", level: "advisory", severity: "low" },
      { id: "kms-alias-name", level: "disabled" },
      { id: "undetermined", level: "advisory" },
      { id: "exemption-unused", level: "advisory" },
    ],
  },
  findings: {
    violations: [
      finding("kms-key-rotation", "enableKeyRotation: expected true; found <nothing>", {
        urn: KEY,
        level: "mandatory",
        severity: "critical",
      }),
      finding("kms-key-window", "deletionWindowInDays: expected at least 7; found 3", { urn: KEY, severity: "low" }),
    ],
    undetermined: [finding("kms-key-window", "targetKeyId is not known yet", { urn: ALIAS })],
    exemptionsUsed: [finding("kms-key-rotation", "imported key (security, until 2099-12-31)", { urn: ALIAS })],
    exemptionsUnused: [finding("kms-key-window", "the exemption of old (security) covered nothing")],
  },
  summary: {
    resources: 2,
    components: 1,
    mandatory: 1,
    advisory: 1,
    undetermined: 1,
    exemptionsUsed: 1,
    exemptionsUnused: 1,
    blocked: true,
    policies: 5,
    milliseconds: { program: 1000, analysis: 500, total: 1500 },
  },
} satisfies Report as Report;
