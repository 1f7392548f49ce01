import * as fc from "fast-check";
import { namesOf } from "./names";
import { stackTags } from "./tags";
import type { StackConfig } from "./config";

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);

describe("namesOf", () => {
  it("begins every name with application and stack, and says the application once", () => {
    expect(namesOf({ application: "pm", stack: "prod", account: "1" }).prefix).toBe("pm-prod");
    expect(namesOf({ application: "shop", stack: "shop-prod", account: "1" }).prefix).toBe("shop-prod");
    expect(namesOf({ application: "shop", stack: "shopping", account: "1" }).prefix).toBe("shop-shopping");
  });

  it("gives different stacks, roles and replicas different buckets", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(word, word), { minLength: 2, maxLength: 6, selector: ([a, b]) => `${a} ${b}` }),
        (pairs) => {
          const buckets = pairs.flatMap(([stack, role]) => {
            const names = namesOf({ application: "app", stack, account: "123456789012" });
            return [names.bucket(role), names.replicaBucket(role)];
          });
          expect(new Set(buckets).size).toBe(buckets.length);
          buckets.forEach((bucket) => expect(bucket).toMatch(/^[a-z0-9-]{3,63}$/));
        },
      ),
    );
  });

  it("keeps a secret under a path of its stack", () => {
    expect(namesOf({ application: "pm", stack: "prod", account: "1" }).secret("OPENAI_API_KEY")).toBe(
      "pm-prod/openai-api-key",
    );
  });

  it("keeps live and sandbox keys under distinct paths", () => {
    const names = namesOf({ application: "pm", stack: "prod", account: "1" });
    expect(names.secret("RAZORPAY_KEY_ID", "live")).toBe("pm-prod/live/razorpay-key-id");
    expect(names.secret("RAZORPAY_KEY_ID", "sandbox")).toBe("pm-prod/sandbox/razorpay-key-id");
  });
});

describe("stackTags", () => {
  const config = {
    application: "pm",
    stack: "prod",
    profile: "production",
    reasons: {},
    tags: {},
  } as unknown as StackConfig;

  it("carries each reason as text that AWS accepts in a tag", () => {
    const reasons = { "database.multiZone": `A trial, with "no" data; ends soon ${"x".repeat(300)}` };
    const tag = stackTags({ ...config, reasons })["reason:database.multiZone"] ?? "";
    expect(tag).toMatch(/^[\p{L}\p{N} _.:/=+\-@]{1,256}$/u);
    expect(tag).toContain("A trial  with");
  });

  it("lets the stack add tags of its own", () => {
    expect(stackTags({ ...config, tags: { team: "documents" } })).toMatchObject({ team: "documents", stack: "prod" });
  });
});
