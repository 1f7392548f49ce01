import * as fc from "fast-check";
import { changed, onlyProblem, read, refusal } from "./test-stack";

const HIDDEN = "hunter2-Correct";

describe("a plain-text secret is refused without being repeated", () => {
  it.each([
    ["platform:services.api.environment.OPENAI_API_KEY", HIDDEN],
    ["platform:services.api.environment.DB_PASSWORD", HIDDEN],
    ["platform:services.api.environment.SLACK_TOKEN", HIDDEN],
    ["platform:services.api.environment.CLIENT_SECRET", HIDDEN],
    ["platform:services.api.environment.DATABASE_URL", `postgres://app:${HIDDEN}@db.example.com/app`],
    ["platform:services.api.environment.SETTING", `sk-proj-${HIDDEN}-0123456789`],
    ["platform:services.api.environment.SETTING", `AKIA${"A1B2C3D4E5F6G7H8"}`],
    ["platform:services.api.environment.SETTING", `-----BEGIN RSA PRIVATE KEY-----${HIDDEN}`],
    ["platform:secrets.OPENAI_API_KEY", HIDDEN],
    ["platform:secrets.JWT_SECRET_KEY.value", HIDDEN],
    ["platform:services.api.command", ["serve", `--db=postgres://app:${HIDDEN}@db/app`]],
    ["platform:alarms.runbookUrl", `https://user:${HIDDEN}@wiki.example.com/runbook`],
  ])("%s", (key, value) => {
    const error = refusal(changed({ [key]: value }));
    expect(error.problems).toHaveLength(1);
    expect(error.problems[0]?.key).toContain(key);
    expect(error.problems[0]?.got).toContain("not shown here");
    expect(JSON.stringify(error.problems)).not.toContain(String(value));
    expect(error.message).not.toContain(HIDDEN);
  });

  it("says what to do instead", () => {
    expect(onlyProblem({ "platform:secrets.OPENAI_API_KEY": HIDDEN })).toEqual({
      key: "platform:secrets.OPENAI_API_KEY",
      got: "a value in plain text, which is not shown here",
      expected: "no secret in plain text anywhere in a stack file",
      fix:
        "remove the value and replace the secret, since this file is shared; declare platform:secrets.OPENAI_API_KEY " +
        "with a description, list OPENAI_API_KEY under uses.secrets of the service, and put the new value into Secrets Manager",
    });
  });

  it("whatever it is", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9!%]{8,60}$/), (value) => {
        const error = refusal(
          changed({ "platform:secrets.A_KEY": value, "platform:services.api.environment.A_TOKEN": value }),
        );
        expect(error.problems).toHaveLength(2);
        expect(error.message.includes(value)).toBe(false);
      }),
    );
  });

  it("nor is a number below secrets or the environment", () => {
    const { message } = refusal(
      changed({ "platform:secrets.PIN": 48151623, "platform:services.api.environment.PIN": 48151623 }),
    );
    expect(message).not.toContain("48151623");
  });
});

describe("a section that Pulumi encrypted", () => {
  it("is refused, with the place for secrets", () => {
    const name = changed({ "platform:database.name": "sk-proj-0123456789abcdef" });
    const [problem, ...more] = refusal(name, ["platform:database"]).problems;
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ key: "platform:database", got: "an encrypted value" });
    expect(problem?.fix).toContain("declare the secret under platform:secrets");
  });
});

describe("what only sounds like a secret", () => {
  it.each([
    ["PUBLIC_KEY_ID", "k-17"],
    ["JWT_PUBLIC_KEY", "published"],
    ["SECRET_NAME", "shop/jwt"],
    ["TOKEN_LIFETIME", "3600"],
    ["FRONTEND_URL", "https://www.example.com/a?b=c@d"],
    ["GIT_COMMIT", "9fceb02d0ae598e95dc970b74767f19372d61af8"],
    ["MONKEY", "capuchin"],
  ])("is accepted: %s", (name, value) => {
    expect(
      read(changed({ [`platform:services.api.environment.${name}`]: value })).services.api?.environment[name],
    ).toBe(value);
  });
});
