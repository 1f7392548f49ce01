import { changed, onlyProblem, read } from "../test-stack";

const key = "platform:securityHeaders.contentSecurityPolicy";

describe("platform:securityHeaders", () => {
  it.each([
    ["default-src *", "* in default-src"],
    ["default-src 'self'; script-src 'self' 'unsafe-eval'", "'unsafe-eval' in script-src"],
    ["default-src 'self'; img-src https://bücher.example", "50 characters, where one line of 1 to 1783"],
  ])("is refused %j", (policy, got) => {
    expect(onlyProblem({ [key]: policy })).toMatchObject({ key, got: expect.stringContaining(got) });
  });

  it("takes pictures from anywhere", () => {
    const policy = "default-src 'self'; img-src *";
    expect(read(changed({ [key]: policy })).securityHeaders.contentSecurityPolicy).toBe(policy);
  });

  it("is refused a shorter time of HTTPS than a year, which the policies demand", () => {
    expect(onlyProblem({ "platform:securityHeaders.hstsMaxAgeDays": 364 })).toMatchObject({
      expected: "a whole number from 365 to 730",
    });
  });
});
