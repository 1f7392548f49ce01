import { changed, onlyProblem, read, refusal } from "../test-stack";

const noCdn = {
  "platform:cdn": undefined,
  "platform:reasons": { cdn: "Called by machines of one region only" },
};

describe("edge", () => {
  it("tells clients apart by the address that connects", () => {
    expect(read(changed({})).firewall?.clientAddress).toBe("connection");
  });

  it("does not believe a header that anybody can write to CloudFront", () => {
    expect(onlyProblem({ "platform:firewall.clientAddress": "forwarded" })).toMatchObject({
      key: "platform:firewall.clientAddress",
      got: "forwarded, while there is platform:cdn",
      fix: "remove clientAddress",
    });
    expect(() => read(changed({ ...noCdn, "platform:firewall.clientAddress": "forwarded" }))).not.toThrow();
  });

  it("names sites that may call in one place", () => {
    const site = { "platform:loadBalancer.corsOrigin": "https://www.example.com" };
    expect(onlyProblem(site)).toMatchObject({
      key: "platform:loadBalancer.corsOrigin",
      fix: "move it to platform:cdn.corsOrigins",
    });
    expect(read(changed({ ...noCdn, ...site })).loadBalancer.corsOrigin).toBe("https://www.example.com");
  });

  it.each([
    ["platform:loadBalancer.corsOrigin", "*"],
    ["platform:cdn.corsOrigins", ["*"]],
    ["platform:cdn.corsOrigins", ["https://*.example.com"]],
    ["platform:buckets.documents.cors", { allowedOrigins: ["*"] }],
    ["platform:loadBalancer.corsOrigin", "http://www.example.com"],
  ])("lets not every site call: %s %j", (key, value) => {
    const { problems } = refusal(changed({ ...(key.includes("loadBalancer") ? noCdn : {}), [key]: value }));
    expect(problems[0]).toMatchObject({
      key: expect.stringContaining(key),
      expected: "an origin with https, without path and never *, such as https://www.example.com",
    });
  });

  it.each(["address", "X-Real-IP"])("refuses %s for telling clients apart", (value) => {
    const { problems } = refusal(changed({ ...noCdn, "platform:firewall.clientAddress": value }));
    expect(problems[0]).toMatchObject({ expected: "one of connection, forwarded" });
  });
});
