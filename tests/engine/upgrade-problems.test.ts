import type { StepMetadata } from "../../engine/events";
import { dataLost, renamed } from "./upgrade-problems";

const BUCKET = "aws:s3/bucket:Bucket";
const LISTENER = "aws:lb/listener:Listener";

function step(op: string, type: string, name: string, inputs: object = {}): StepMetadata {
  const urn = `urn:pulumi:dev::platform::${type}::${name}`;
  const state = { type, urn, parent: "", inputs };
  return { op, urn, type, old: op === "create" ? null : state, new: op === "delete" ? null : state };
}

describe("the problems of an upgrade", () => {
  it("are data that would go, with what to do", () => {
    const steps = [
      step("delete", BUCKET, "uploads"),
      step("replace", "aws:rds/instance:Instance", "database"),
      step("update", BUCKET, "exports"),
      step("same", BUCKET, "backups"),
      step("replace", LISTENER, "https"),
    ];
    expect(dataLost(steps)).toEqual([
      expect.stringMatching(/^aws:s3\/bucket:Bucket uploads would be deleted: .* an alias keeps it/),
      expect.stringMatching(/^aws:rds\/instance:Instance database would be replaced: /),
    ]);
  });

  it("are resources that only bear another name", () => {
    const inputs = { port: 443, protocol: "HTTPS" };
    const gone = step("delete", LISTENER, "https", { ...inputs, name: "https-1234567" });
    const come = step("create", LISTENER, "tls", { ...inputs, name: "tls-7654321" });
    expect(renamed([gone, come])).toEqual([
      expect.stringMatching(/^aws:lb\/listener:Listener https seems to be aws:lb\/listener:Listener tls now: an alias/),
    ]);
    expect(renamed([gone, step("create", LISTENER, "http", { ...inputs, port: 80 })])).toEqual([]);
    expect(renamed([gone, step("create", BUCKET, "tls", inputs)])).toEqual([]);
  });
});
