import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { ACCESS_POINT } from "./file-systems";

const IDS = ["uid", "gid"] as const;

export const efsAccessPointUser: Rule = {
  id: "efs-access-point-user",
  title: "Access points act as one user, who is not root",
  severity: "medium",
  controls: { fsbp: ["EFS.4"], nist: ["AC-6(2)"] },
  references: { checkov: ["CKV_AWS_330"] },
  why: "Otherwise the application says who it is, and may say root.",
  fix: "Set posixUser.uid and posixUser.gid to the numbers of an ordinary user.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-4",
  types: [ACCESS_POINT],
  check({ props, each, violated }) {
    const user = props.at("posixUser");
    each(IDS, (name) => {
      const id = user.at(name);
      const number = id.number();
      if (!number) violated(id, "the number of an ordinary user", number === 0 ? "root's" : "nothing", name);
    });
  },
  cases: {
    resource: [
      good("an ordinary user", { posixUser: { uid: 1000, gid: 1000 } }),
      good("an ordinary user, as text", { posixUser: [{ uid: "1000", gid: "1000" }] }),
      bad("provider's default left", {}, ["posixUser.uid", "posixUser.gid"]),
      bad("root", { posixUser: { uid: 0, gid: 1000 } }, "posixUser.uid"),
      bad("root's group", { posixUser: { uid: 1000, gid: "0" } }, "posixUser.gid"),
      unknown("not known", { posixUser: { uid: UNKNOWN, gid: 1000 } }, "posixUser.uid"),
    ],
  },
};
