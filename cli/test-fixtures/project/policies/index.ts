import {
  PolicyPack,
  type ReportViolation,
  type ResourceValidationArgs,
  type StackValidationArgs,
} from "@pulumi/policy";

const KEY = "aws:kms/key:Key";
const ALIAS = "aws:kms/alias:Alias";

/** Policies that exercise what the preview reads from a pack; the rules themselves mean little. */
new PolicyPack("fixture", {
  enforcementLevel: "advisory",
  policies: [
    {
      name: "kms-key-window",
      description: "Deleted keys can be brought back for some days. Set deletionWindowInDays.",
      severity: "high",
      configSchema: { properties: { days: { type: "integer", minimum: 7, maximum: 30, default: 7 } } },
      validateResource: (args: ResourceValidationArgs, report: ReportViolation) => {
        if (args.type !== KEY) return;
        const { days } = args.getConfig<{ days: number }>();
        report(`deletionWindowInDays: expected at least ${days}; found nothing (${args.provider?.props["region"]})`);
      },
    },
    {
      name: "undetermined",
      description: "Every rule could be judged",
      validateResource: (args: ResourceValidationArgs, report: ReportViolation) => {
        if (args.type !== ALIAS) return;
        try {
          void args.props["targetKeyId"];
        } catch {
          report("kms-alias-target: targetKeyId is not known yet");
        }
      },
    },
    {
      name: "exemption-used",
      description: "Exemptions that were used",
      validateStack: (args: StackValidationArgs, report: ReportViolation) => {
        const alias = args.resources.find(({ type }) => type === ALIAS);
        const key = alias?.propertyDependencies["targetKeyId"]?.[0];
        report(
          `kms-alias-name: ${key?.name} under ${alias?.parent?.name} is known (security, until 2099-12-31)`,
          alias?.urn,
        );
      },
    },
  ],
});
