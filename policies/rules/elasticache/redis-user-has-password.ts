import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const user = { engine: "redis", userId: "app", userName: "app", accessString: "on ~app:* +@all" };
const silent = { ...user, userName: "default", accessString: "off -@all" };

export const redisUserHasPassword: Rule = {
  id: "redis-user-has-password",
  title: "Nobody reaches the cache without a name and a password",
  severity: "high",
  controls: { nist: ["IA-5"] },
  why: "Whoever connects without a name is the user called default; a user without a password is open to all who connect.",
  fix: 'Give the user passwords or authenticationMode { type: "iam" }, and the user named default an accessString that starts with "off".',
  url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html",
  types: ["aws:elasticache/user:User"],
  check({ props, violated }) {
    // A user that is not turned on cannot connect at all.
    const access = props.at("accessString");
    if (!access.string()?.split(/\s+/).includes("on")) return;
    if (props.at("userName").string() === "default")
      violated(access, "off for the user named default", "a user that everybody is");
    const required = props.at("noPasswordRequired");
    if (required.isTrue()) violated(required, "false or absent", "a user without a password");
    const mode = props.at("authenticationMode.type");
    if (mode.string() === "no-password-required") violated(mode, "password or iam", "a user without a password");
  },
  cases: {
    resource: [
      good("passwords", { ...user, passwords: ["example"] }),
      good("IAM", { ...user, authenticationMode: { type: "iam" } }),
      good("default user turned off", { ...silent, noPasswordRequired: true }),
      good("default user with neither on nor off, which AWS takes as off", { ...silent, accessString: "-@all" }),
      bad("no password", { ...user, noPasswordRequired: true }, "noPasswordRequired"),
      bad("no password, as text", { ...user, noPasswordRequired: "true" }, "noPasswordRequired"),
      bad(
        "mode without password",
        { ...user, authenticationMode: [{ type: "no-password-required" }] },
        "authenticationMode.type",
      ),
      bad("default user turned on", { ...silent, accessString: "on ~* +@all", passwords: ["example"] }, "accessString"),
      unknown("access not known", { ...user, accessString: UNKNOWN }, "accessString"),
      unknown("mode not known", { ...user, authenticationMode: { type: UNKNOWN } }, "authenticationMode.type"),
    ],
  },
};
