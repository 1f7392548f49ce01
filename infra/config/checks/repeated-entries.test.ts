import { changed, onlyProblem, read } from "../test-stack";

describe("an entry that a list has already", () => {
  it.each([
    ["platform:alarms.emails", ["a@example.com", "b@example.com", "a@example.com"], 2, 0],
    ["platform:domain.alternativeNames", ["www.example.com", "www.example.com"], 1, 0],
    ["platform:services.api.uses.secrets", ["JWT_SECRET_KEY", "JWT_SECRET_KEY"], 1, 0],
    ["platform:services.api.uses.buckets", ["documents", "documents"], 1, 0],
    ["platform:services.api.uses.models", ["us.amazon.nova-pro-v1:0", "us.amazon.nova-pro-v1:0"], 1, 0],
    ["platform:budget", { monthlyUsd: 300, alertPercents: [80, 100, 80] }, 2, 0],
    ["platform:egress", { domains: ["api.example.com", "api.example.com"] }, 1, 0],
  ])("is refused in %s", (key, value, index, first) => {
    const problem = onlyProblem({ [key]: value });
    expect(problem).toMatchObject({
      key: expect.stringMatching(new RegExp(`\\[${index}\\]$`)),
      got: `what entry ${first} says already`,
      expected: "each entry once",
    });
    expect(JSON.stringify(problem)).not.toMatch(/example\.com|80/);
  });

  it("is refused where it repeats the stack's own name", () => {
    expect(onlyProblem({ "platform:domain.alternativeNames": ["api.example.com"] })).toMatchObject({
      key: "platform:domain.alternativeNames[0]",
      got: "the stack's own name, which platform:domain.name is already",
    });
  });

  it("is accepted in a command", () => {
    expect(read(changed({ "platform:services.api.command": ["run", "-v", "-v"] })).services.api?.command).toHaveLength(
      3,
    );
  });
});
