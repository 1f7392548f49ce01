import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { demandCustomerKey } from "../../kernel/customer-key";

const KEY = "arn:aws:kms:eu-west-1:123456789012:key/1";
const NAME = "/shop/prod/db-password";

export const ssmParameterSecure: Rule = {
  id: "ssm-parameter-secure",
  title: "Parameters with the name of a secret are encrypted with a KMS key of one's own",
  severity: "medium",
  controls: { nist: ["SC-28(1)"] },
  references: { checkov: ["CKV2_AWS_34", "CKV_AWS_337"] },
  why: "A plain parameter is shown to everybody who may read parameters, in the console and in the state.",
  fix: 'Set type to "SecureString" and keyId to the ARN of an aws.kms.Key, and value instead of insecureValue.',
  url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html",
  types: ["aws:ssm/parameter:Parameter"],
  parameters: {
    names: {
      type: "string",
      default:
        "(password|passwd|passphrase|secret|token|api[-_]?key|private[-_]?key|access[-_]?key|signing[-_]?key|encryption[-_]?key|credentials?)$",
      description: "Regular expression for names of parameters that hold secrets, in any letter case.",
    },
  },
  check({ props, params, violated }) {
    const type = props.at("type");
    const isSecure = type.string() === "SecureString";
    if (isSecure) demandCustomerKey(props.at("keyId"), violated, "key");
    if (!new RegExp(params.names, "i").test(props.at("name").string() ?? "")) return;
    if (!isSecure) violated(type, "SecureString", "a type that is not encrypted", "type");
    const insecure = props.at("insecureValue");
    if (insecure.isSet() && insecure.string()) violated(insecure, "value or valueWo", "a value in plain text", "value");
  },
  cases: {
    resource: [
      good("encrypted", { name: NAME, type: "SecureString", keyId: KEY, value: "x" }),
      good("a setting", { name: "/shop/prod/log-level", type: "String", insecureValue: "info" }),
      good("where a secret is", { name: "/shop/prod/secret-arn", type: "String", value: "arn" }),
      good("not a secret's name here", { name: NAME, type: "String" }, { params: { names: "^/secrets/" } }),
      bad("plain", { name: NAME, type: "String", value: "x" }, "type"),
      bad("a plain list", { name: "/shop/API_KEY", type: "StringList", value: "x" }, "type"),
      bad("a secret's name here", { name: "/secrets/db", type: "String" }, "type", { params: { names: "^/secrets/" } }),
      bad("AWS's key, by default", { name: NAME, type: "SecureString", value: "x" }, "keyId"),
      bad("AWS's key", { name: "/shop/setting", type: "SecureString", keyId: "alias/aws/ssm" }, "keyId"),
      bad(
        "a value in plain text",
        { name: NAME, type: "SecureString", keyId: KEY, insecureValue: "x" },
        "insecureValue",
      ),
      unknown("type not known", { name: NAME, type: UNKNOWN }, "type"),
      unknown("key not known", { name: NAME, type: "SecureString", keyId: UNKNOWN }, "keyId"),
      unknown("name not known", { name: UNKNOWN, type: "String" }, "name"),
    ],
  },
};
