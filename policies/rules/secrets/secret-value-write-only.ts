import { badStack, type CaseResource, goodStack, type Properties, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
/** Packages whose resources make a value that nobody has to know. */
const GENERATOR = /^(random|tls):/;

const version = (props: Properties, refers?: CaseResource["refers"]): CaseResource => ({
  type: VERSION,
  name: "value",
  props,
  ...(refers && { refers }),
});
const password: CaseResource = { type: "random:index/randomPassword:RandomPassword", name: "password", props: {} };
const database: CaseResource = { type: "aws:rds/instance:Instance", name: "orders", props: {} };

export const secretValueWriteOnly: Rule = {
  id: "secret-value-write-only",
  title: "Secrets that somebody knows do not pass through the state",
  severity: "medium",
  controls: { nist: ["IA-5(7)"] },
  references: { checkov: ["CKV_SECRET"] },
  why: "secretString is kept in the state, in every snapshot of it, and whoever may read the stack can read it.",
  fix: "Set secretStringWo, which is not kept, make the value with random.RandomPassword, or fill it in by hand.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
  types: [VERSION],
  checkStack({ subject, props, stack, each, violated }) {
    const generators = new Set(stack.resources.filter(({ type }) => GENERATOR.test(type)).map(({ urn }) => urn));
    each(["secretString", "secretBinary"], (property) => {
      const value = props.at(property);
      const sources = subject.references[property] ?? [];
      if (!value.isSet() || sources.some((urn) => generators.has(urn))) return;
      // Left out, AWS answers with the value in force; a value of the program's own has a source or is known.
      if (sources.length > 0 || (!props.at("secretStringWo").isSet() && value.string()))
        violated(value, "a write-only or generated value", "a value that the state keeps");
    });
  },
  cases: {
    stack: [
      goodStack("write-only", [version({ secretStringWo: "x", secretStringWoVersion: 1 })]),
      goodStack("write-only, with what AWS will answer", [version({ secretStringWo: UNKNOWN, secretString: UNKNOWN })]),
      goodStack("generated", [password, version({ secretString: UNKNOWN }, { secretString: "password" })]),
      goodStack("generated, inside other text", [
        password,
        database,
        version({ secretString: UNKNOWN }, { secretString: ["orders", "password"] }),
      ]),
      goodStack("filled in by hand", [{ type: "aws:secretsmanager/secret:Secret", name: "token", props: {} }]),
      badStack("given by the program", [version({ secretString: "x" })], "secretString"),
      badStack("given by the program, as bytes", [version({ secretBinary: "eA==" })], "secretBinary"),
      badStack(
        "from a resource that makes no secrets",
        [database, version({ secretString: UNKNOWN }, { secretString: "orders" })],
        "secretString",
      ),
      unknownStack("from nobody knows where", [version({ secretString: UNKNOWN })], "secretString"),
    ],
  },
};
