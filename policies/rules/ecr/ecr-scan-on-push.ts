import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import { matchesPattern } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

const REPOSITORY = "aws:ecr/repository:Repository";
const REGISTRY = "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";
const PATH = "imageScanningConfiguration.scanOnPush";

const repository = (props: object): CaseResource => ({
  type: REPOSITORY,
  name: "web",
  props: { name: "shop/web", ...props },
});
const registry = (filter: unknown, scanFrequency = "SCAN_ON_PUSH", ...others: string[]): CaseResource => ({
  type: REGISTRY,
  name: "registry",
  props: {
    rules: [
      {
        scanFrequency,
        repositoryFilters: [filter, ...others].map((each) => ({ filter: each, filterType: "WILDCARD" })),
      },
    ],
  },
});

export const ecrScanOnPush: Rule = {
  id: "ecr-scan-on-push",
  title: "Images are scanned for vulnerabilities when they are pushed",
  severity: "high",
  controls: { fsbp: ["ECR.1"], nist: ["RA-5"] },
  references: { checkov: ["CKV_AWS_163"] },
  why: "Without a scan, images with known vulnerabilities go into production and nobody is told.",
  fix: "Set imageScanningConfiguration.scanOnPush to true, or declare an aws.ecr.RegistryScanningConfiguration.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-1",
  types: [REPOSITORY],
  checkStack({ props, stack, violated }) {
    const scan = props.at(PATH);
    if (scan.isTrue()) return;
    const rules = stack.ofTypes([REGISTRY]).flatMap((each) => each.props.at("rules").list());
    if (!rules.some((rule) => covers(rule, props.at("name"))))
      violated(scan, "true, or a scanning rule of the registry that covers the repository", "neither");
  },
  lacks({ props, violated }) {
    if (!props.at(PATH).isTrue()) violated(PATH, "true", "false or nothing");
  },
  // A repository that the registry covers already is scanned no more often for it.
  remedy: ({ set }) => set(PATH, true),
  cases: {
    stack: [
      goodStack("by the repository", [repository({ imageScanningConfiguration: { scanOnPush: true } })]),
      goodStack("by the repository, as text in a list of one", [
        repository({ imageScanningConfiguration: [{ scanOnPush: "true" }] }),
      ]),
      goodStack("by the registry", [repository({}), registry("*")]),
      goodStack("by the registry, before the name is known", [repository({ name: UNKNOWN }), registry("*")]),
      goodStack("by one of two filters", [repository({}), registry("blog/*", "SCAN_ON_PUSH", "shop/*")]),
      goodStack("by the registry all the time", [repository({}), registry("shop/*", "CONTINUOUS_SCAN")]),
      goodStack("by a filter without wildcard, which is part of the name", [repository({}), registry("shop")]),
      badStack("by nobody", [repository({})], PATH),
      badStack("refused", [repository({ imageScanningConfiguration: { scanOnPush: false } })], PATH),
      badStack("by the registry on request", [repository({}), registry("*", "MANUAL")], PATH),
      badStack("by the registry for other repositories", [repository({}), registry("blog/*")], PATH),
      badStack("by a wildcard for part of the name", [repository({}), registry("shop*er")], PATH),
      badStack(
        "a registry without rules",
        [repository({}), { type: REGISTRY, name: "registry", props: { scanType: "BASIC" } }],
        PATH,
      ),
      unknownStack("setting not known", [repository({ imageScanningConfiguration: { scanOnPush: UNKNOWN } })], PATH),
      unknownStack("name not known", [repository({ name: UNKNOWN }), registry("shop/*")], "name"),
      unknownStack("filter not known", [repository({}), registry(UNKNOWN)], "filter"),
    ],
  },
};

/** Whether a rule of the registry scans a repository's images without being asked. */
function covers(rule: Value, name: Value): boolean {
  if (!["SCAN_ON_PUSH", "CONTINUOUS_SCAN"].includes(rule.at("scanFrequency").string() ?? "")) return false;
  const filters = rule.at("repositoryFilters").list();
  return filters.some((filter) => {
    const pattern = filter.at("filter").string() ?? "";
    if (pattern === "*") return true;
    const repository = name.string() ?? "";
    return pattern.includes("*") ? matchesPattern(pattern, repository) : repository.includes(pattern);
  });
}
