import * as fc from "fast-check";
import { credentialsIn } from "../kernel/credential-shapes";
import {
  coversAction,
  isAnyResource,
  isPublic,
  matchesPattern,
  type Statement,
  statementsOf,
} from "../kernel/policy-document";
import { withoutProxy } from "../kernel/subject";
import { MalformedDocument, UnknownValue } from "../kernel/unknown";
import { Value } from "../kernel/value";
import { junk } from "./arbitraries";

// The host's own wrapper around inputs, which its typings leave out.
const { unknownCheckingProxy } = jest.requireActual<{ unknownCheckingProxy(props: object): object }>(
  "@pulumi/policy/proxy",
);

const RUNS = { numRuns: 10 * Number(process.env["FUZZ_RUNS"] ?? 100) };

/** A result, or in words which of the two outcomes that the kernel knows ended the reading; any other one is a failure. */
function outcomeOf<Result>(read: () => Result): Result | string {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnknownValue || error instanceof MalformedDocument) return error.message;
    throw error;
  }
}

const READINGS: readonly ((value: Value) => unknown)[] = [
  (value) => value.isSet(),
  (value) => value.isUnknown(),
  (value) => value.isTrue(),
  (value) => value.isFalse(),
  (value) => value.string(),
  (value) => value.number(),
  (value) => value.strings(),
  (value) => value.list().map((each) => each.path),
  (value) => value.entries().map(([name, each]) => [name, each.path]),
  (value) => value.json().path,
  (value) => value.at("Statement.Condition").isSet(),
  (value) => value.at("__proto__").isSet(),
  (value) => value.at("constructor.name").isSet(),
  (value) => value.at("").isSet(),
];

/** A document of policies with anything where AWS wants something in particular. */
const element = fc.oneof(junk, fc.constantFrom("*", "Allow", "s3:GetObject", "arn:aws:s3:::b/*"));
const document = fc.record(
  {
    Version: element,
    Statement: fc.oneof(
      junk,
      fc.array(
        fc.record(
          {
            Sid: element,
            Effect: element,
            Action: fc.oneof(element, fc.array(element)),
            NotAction: element,
            Resource: fc.oneof(element, fc.array(element)),
            NotResource: element,
            Principal: fc.oneof(element, fc.record({ AWS: fc.oneof(element, fc.array(element)) })),
            NotPrincipal: element,
            Condition: fc.oneof(junk, fc.dictionary(fc.string(), fc.dictionary(fc.string(), element))),
          },
          { requiredKeys: [] },
        ),
      ),
    ),
  },
  { requiredKeys: [] },
);

const told = (statement: Statement): unknown => {
  const { at: _at, ...rest } = statement;
  return [rest, isPublic(statement), isAnyResource(statement), coversAction(statement, "s3:GetObject")];
};

describe("the kernel", () => {
  it("reads any value with no other outcome than a value, nothing, or not known yet", () => {
    fc.assert(
      fc.property(junk, fc.array(fc.constantFrom("0", "Statement", "name", "__proto__")), (raw, keys) => {
        for (const read of READINGS) outcomeOf(() => read(new Value(raw, "property").at(keys.join("."))));
      }),
      RUNS,
    );
  });

  it("reads what the policy host hands over as it reads the plain inputs", () => {
    const inputs = fc.dictionary(fc.string(), junk, { noNullPrototype: true });
    fc.assert(
      fc.property(inputs, (props) => {
        // The host's own reading of properties loses one by this name.
        delete props["__proto__"];
        const proxied = withoutProxy(unknownCheckingProxy(props));
        expect(proxied.entries().map(([name]) => name)).toEqual(Object.keys(props));
        for (const name of Object.keys(props)) {
          for (const read of READINGS) {
            const [host, plain] = [proxied, new Value(props, "")].map((value) => outcomeOf(() => read(value.at(name))));
            expect(host).toEqual(plain);
          }
        }
      }),
      RUNS,
    );
  });

  it("normalises any document, and the same whether it is text, an object or a list of one", () => {
    fc.assert(
      fc.property(fc.oneof(document, junk), (raw) => {
        const read = (value: unknown): unknown => outcomeOf(() => statementsOf(new Value(value, "policy")).map(told));
        const statements = read(raw);
        if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return;
        expect(read(JSON.stringify(raw))).toEqual(statements);
        expect(read([raw])).toEqual(statements);
      }),
      RUNS,
    );
  });

  it("compares and searches any texts", () => {
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("*".repeat(99), "(".repeat(9), "\\"));
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(matchesPattern(one, one)).toBe(true);
        expect(typeof matchesPattern(one, other)).toBe("boolean");
        expect(Array.isArray(credentialsIn(one + other))).toBe(true);
      }),
      RUNS,
    );
  });
});
