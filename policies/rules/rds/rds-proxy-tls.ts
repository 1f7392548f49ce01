import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const auth = (iamAuth: unknown): object => ({ authScheme: "SECRETS", iamAuth });

export const rdsProxyTls: Rule = {
  id: "rds-proxy-tls",
  title: "Database proxies demand TLS, and sign clients in by their role",
  severity: "medium",
  controls: { fsbp: ["RDS.43"], nist: ["SC-8(1)"] },
  why: "A proxy holds the database's passwords: what it accepts in the clear or without a role, it passes on.",
  fix: 'Set requireTls to true and iamAuth of each entry in auths to "REQUIRED".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-43",
  types: ["aws:rds/proxy:Proxy"],
  check({ props, each, violated }) {
    const tls = props.at("requireTls");
    if (!tls.isTrue()) violated(tls, "true", "connections in the clear", "requireTls");
    each(props.at("auths").list(), (entry) => {
      const iam = entry.at("iamAuth");
      if (iam.string() !== "REQUIRED") violated(iam, "REQUIRED", "passwords of clients", "iamAuth");
    });
  },
  // Clients that sign in by a password have to change before roles are demanded of them.
  remedy({ props, set }) {
    const tls = props.at("requireTls");
    if (!tls.isTrue()) set(tls, true);
  },
  cases: {
    resource: [
      good("both", { requireTls: true, auths: [auth("REQUIRED")] }),
      good("both, as text and not in a list", { requireTls: "true", auths: auth("REQUIRED") }),
      good("IAM all the way", { requireTls: true, defaultAuthScheme: "IAM_AUTH" }),
      bad("AWS's default left", { auths: [auth("REQUIRED")] }, "requireTls"),
      bad("TLS refused", { requireTls: false, auths: [auth("REQUIRED")] }, "requireTls"),
      bad("passwords, AWS's default left", { requireTls: true, auths: [auth(undefined)] }, "auths[0].iamAuth", {
        remediable: false,
      }),
      bad(
        "one of two by password",
        { requireTls: true, auths: [auth("REQUIRED"), auth("DISABLED")] },
        "auths[1].iamAuth",
        { remediable: false },
      ),
      unknown("TLS not known", { requireTls: UNKNOWN }, "requireTls"),
      unknown("sign-in not known", { requireTls: true, auths: [auth(UNKNOWN)] }, "auths[0].iamAuth"),
    ],
  },
};
