import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, INSTANCE } from "./databases";

/** A cluster names it in another way. */
const pathOf = (type: string): string => (type === CLUSTER ? "masterUsername" : "username");

export const rdsCustomAdminName: Rule = {
  id: "rds-custom-admin-name",
  title: "The administrator of a database has a name that nobody guesses",
  severity: "medium",
  controls: { fsbp: ["RDS.24", "RDS.25"], nist: ["CM-2", "IA-5"] },
  why: "Attacks try the names that every tutorial uses; with another name they have two things to guess.",
  fix: "Set username (masterUsername of a cluster) to a name of your own; a change replaces the database.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-25",
  types: [INSTANCE, CLUSTER],
  parameters: {
    common: {
      type: "array",
      items: { type: "string" },
      default: ["admin", "administrator", "master", "mysql", "oracle", "postgres", "rdsadmin", "root", "sa", "user"],
      description: "Names that everybody tries, in any letter case.",
    },
  },
  check({ resource, props, violated, params }) {
    const username = props.at(pathOf(resource.type));
    const name = username.string()?.toLowerCase();
    if (name && params.common.includes(name)) violated(username, "a name of its own", "a name that everybody tries");
  },
  cases: {
    resource: [
      good("a name of one's own", { username: "shop_admin" }),
      good("replica, which has its source's", { replicateSourceDb: "orders" }),
      good("a common name that is accepted", { username: "postgres" }, { params: { common: ["root"] } }),
      ...["postgres", "admin", "Root", "master"].map((username) => bad(username, { username }, "username")),
      bad("cluster", { masterUsername: "admin" }, "masterUsername", { type: CLUSTER }),
      unknown("not known", { username: UNKNOWN }, "username"),
    ],
  },
};
