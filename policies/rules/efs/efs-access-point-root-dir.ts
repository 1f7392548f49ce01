import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { ACCESS_POINT } from "./file-systems";

export const efsAccessPointRootDir: Rule = {
  id: "efs-access-point-root-dir",
  title: "Access points lead to a directory of their own",
  severity: "medium",
  controls: { fsbp: ["EFS.3"], nist: ["AC-6(10)"] },
  references: { checkov: ["CKV_AWS_329"] },
  why: "Through an access point to the root an application sees the files of all others.",
  fix: 'Set rootDirectory.path to a directory such as "/uploads".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-3",
  types: [ACCESS_POINT],
  check({ props, violated }) {
    const path = props.at("rootDirectory.path");
    if (/^\/*$/.test(path.string() ?? "")) violated(path, "a directory", "the root of the file system");
  },
  cases: {
    resource: [
      good("a directory", { rootDirectory: { path: "/uploads" } }),
      good("a directory, in a list of one", { rootDirectory: [{ path: "/a/b" }] }),
      bad("provider's default left", {}, "rootDirectory.path"),
      bad("the root", { rootDirectory: { path: "/" } }, "rootDirectory.path"),
      bad("no path", { rootDirectory: { creationInfo: { ownerUid: 1000 } } }, "rootDirectory.path"),
      unknown("not known", { rootDirectory: { path: UNKNOWN } }, "rootDirectory.path"),
    ],
  },
};
