import * as fc from "fast-check";
import { MalformedDocument, UNKNOWN, UnknownValue } from "./unknown";
import { Value } from "./value";

const value = (raw: unknown): Value => new Value(raw, "");

describe("Value", () => {
  it("reads a place below and says where it is", () => {
    const place = value({ a: { b: "text" } }).at("a.b");
    expect([place.string(), place.path]).toEqual(["text", "a.b"]);
  });

  it("reads booleans and numbers that are written as text", () => {
    expect(value({ on: "true" }).at("on").isTrue()).toBe(true);
    expect(value({ on: "false" }).at("on").isFalse()).toBe(true);
    expect(value({ days: "7" }).at("days").number()).toBe(7);
    expect(value({ days: "" }).at("days").number()).toBeUndefined();
  });

  it("takes an object as a list of one and a list of one as its element", () => {
    expect(
      value({ rule: { id: 1 } })
        .at("rule")
        .list(),
    ).toHaveLength(1);
    expect(
      value({ rule: [{ id: 1 }] })
        .at("rule.id")
        .number(),
    ).toBe(1);
    expect(
      value({ rule: [{ id: 1 }, { id: 2 }] })
        .at("rule.id")
        .isSet(),
    ).toBe(false);
  });

  it("counts an unknown value as set and refuses to read it, naming its path", () => {
    const place = value({ kms: UNKNOWN }).at("kms");
    expect(place.isSet()).toBe(true);
    expect(() => place.string()).toThrow(new UnknownValue("kms"));
    expect(() => place.at("arn")).toThrow(new UnknownValue("kms"));
  });

  it("reads a document from text or object and refuses text that is no JSON without quoting it", () => {
    expect(value({ policy: '{"Id":"x"}' }).at("policy").json().at("Id").string()).toBe("x");
    expect(
      value({ policy: { Id: "x" } })
        .at("policy")
        .json()
        .at("Id")
        .string(),
    ).toBe("x");
    expect(() => value({ policy: "hunter2 {" }).at("policy").json()).toThrow(new MalformedDocument("policy"));
    expect(new MalformedDocument("policy").message).not.toContain("hunter2");
  });

  it("reads own members only", () => {
    expect(value({}).at("constructor").isSet()).toBe(false);
    expect(value({}).at("toString.name").isSet()).toBe(false);
  });

  it("survives anything: every reader answers or says what is unknown", () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withTypedArray: true });
    fc.assert(
      fc.property(anything, fc.string(), (raw, path) => {
        for (const read of readers) {
          try {
            read(value(raw).at(path));
          } catch (error) {
            expect([UnknownValue.name, MalformedDocument.name]).toContain((error as Error).name);
          }
        }
      }),
    );
  });
});

const readers: ((value: Value) => unknown)[] = [
  (place) => place.isSet(),
  (place) => place.isTrue(),
  (place) => place.isFalse(),
  (place) => place.string(),
  (place) => place.number(),
  (place) => place.list(),
  (place) => place.strings(),
  (place) => place.entries(),
  (place) => place.json(),
];
