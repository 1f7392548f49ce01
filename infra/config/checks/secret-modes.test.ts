import { changed, onlyProblem, read, refusal } from "../test-stack";

const KEY = "platform:secrets.RAZORPAY_KEY_ID";
const secret = (more: object) => ({ description: "Razorpay, from its dashboard", ...more });
const nonProduction = { "platform:profile": "staging", "platform:alarms.emails": ["on-call@example.com"] };

describe("secrets", () => {
  it("are 90 days good, live in production and made anew or asked for after that", () => {
    expect(read(changed({ [KEY]: secret({ mode: "live" }) })).secrets["RAZORPAY_KEY_ID"]).toEqual({
      description: "Razorpay, from its dashboard",
      mode: "live",
      rotateAfterDays: 90,
    });
  });

  it("of an ephemeral stack outlive it", () => {
    const config = read(changed({ "platform:profile": "ephemeral" }));
    expect(config.secrets["JWT_SECRET_KEY"]?.rotateAfterDays).toBe(0);
  });

  it("are not live outside production", () => {
    expect(onlyProblem({ ...nonProduction, [KEY]: secret({ mode: "live" }) })).toEqual({
      key: `${KEY}.mode`,
      got: "live, in a stack of the profile staging",
      expected: "sandbox: live keys belong to production",
      fix: "set mode to sandbox, and put the key of the service's sandbox there",
    });
  });

  it("are made anew within 90 days where nobody has to do it", () => {
    const kept = { description: "Signs sessions", generate: {}, rotateAfterDays: 91 };
    expect(onlyProblem({ ...nonProduction, [KEY]: kept })).toEqual({
      key: `${KEY}.rotateAfterDays`,
      got: `91 days, with ${KEY}.generate`,
      expected: "at most 90 days for a secret that is rotated by itself",
      fix: "lower it to 90 or less",
    });
  });

  it.each([
    ["the sandbox", { mode: "sandbox" }, "mode", "live, or a sentence"],
    ["no rotation", { rotateAfterDays: 0 }, "rotateAfterDays", "90 days, or a sentence"],
    ["a longer life", { rotateAfterDays: 180 }, "rotateAfterDays", "90 days, or a sentence"],
  ])("want a reason for %s in production", (_what, more, key, expected) => {
    expect(onlyProblem({ [KEY]: secret(more) })).toMatchObject({
      key: `${KEY}.${key}`,
      expected: expect.stringContaining(expected),
      fix: expect.stringContaining(`"secrets.RAZORPAY_KEY_ID.${key}"`),
    });
    const reasons = { [`secrets.RAZORPAY_KEY_ID.${key}`]: "Canaries pay in the sandbox each hour" };
    expect(() => read(changed({ [KEY]: secret(more), "platform:reasons": reasons }))).not.toThrow();
  });

  it.each([
    ["mode", "test", "one of live, sandbox"],
    ["rotateAfterDays", 366, "a whole number from 0 to 365"],
    ["rotateAfterDays", -1, "a whole number from 0 to 365"],
    ["rotateAfterDays", "90 days", "a whole number from 0 to 365"],
  ])("refuse %s %j", (key, value, expected) => {
    const { problems } = refusal(changed({ [KEY]: secret({ [key]: value }) }));
    expect(problems.at(-1)).toMatchObject({ key: `${KEY}.${key}`, expected });
  });
});
