import { StackIndex } from "./stack-index";
import type { Subject } from "./subject";
import { UNKNOWN, UnknownValue } from "./unknown";
import { Value } from "./value";

const subject = (name: string, type: string, props: object, references: Subject["references"] = {}): Subject => ({
  urn: `urn:${name}`,
  type,
  name,
  props: new Value(props, ""),
  protect: false,
  ignoreChanges: [],
  references,
});

describe("StackIndex", () => {
  const bucket = subject("bucket", "Bucket", { bucket: "uploads" });
  const other = subject("other", "Bucket", { bucket: "other" });

  it("finds partners by the program's reference while the value is unknown", () => {
    const policy = subject("policy", "Policy", { bucket: UNKNOWN }, { bucket: ["urn:bucket"] });
    const stack = new StackIndex([bucket, other, policy]);
    expect(stack.pointingAt(bucket, ["Policy"], "bucket")).toEqual([policy]);
    expect(stack.pointingAt(other, ["Policy"], "bucket")).toEqual([]);
    expect(stack.targets(policy, "bucket", ["Bucket"])).toEqual([bucket]);
  });

  it("finds partners by a known name where there is no reference", () => {
    const policy = subject("policy", "Policy", { bucket: "uploads" });
    const stack = new StackIndex([bucket, other, policy]);
    expect(stack.pointingAt(bucket, ["Policy"], "bucket")).toEqual([policy]);
    expect(stack.targets(policy, "bucket", ["Bucket"])).toEqual([bucket]);
  });

  it("takes references and literal names of one list together", () => {
    const rule = subject("rule", "Rule", { buckets: [UNKNOWN, "other"] }, { buckets: ["urn:bucket"] });
    expect(new StackIndex([bucket, other, rule]).targets(rule, "buckets", ["Bucket"])).toEqual([bucket, other]);
  });

  it("finds partners by a known name although the program took it from another resource", () => {
    const policy = subject("policy", "Policy", { bucket: "uploads" }, { bucket: ["urn:versioning"] });
    expect(new StackIndex([bucket, policy]).pointingAt(bucket, ["Policy"], "bucket")).toEqual([policy]);
  });

  it("cannot tell when a candidate points at something unknown", () => {
    const stack = new StackIndex([bucket, subject("policy", "Policy", { bucket: UNKNOWN })]);
    expect(() => stack.pointingAt(bucket, ["Policy"], "bucket")).toThrow(UnknownValue);
  });
});
