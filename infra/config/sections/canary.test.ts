import { changed, onlyProblem, read } from "../test-stack";

const canary = (key: string) => `platform:canary.${key}`;

describe("platform:canary", () => {
  it("asks each hour, for paths and for what JSON must say", () => {
    const paths = ["/", { path: "/healthz", json: { status: "ok" } }];
    expect(read(changed({ "platform:canary": { paths } })).canary).toEqual({
      paths: [{ path: "/" }, { path: "/healthz", json: { status: "ok" } }],
      everyMinutes: 60,
      timeoutSeconds: 10,
    });
    expect(read(changed({})).canary).toBeUndefined();
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ["no page", { paths: [] }, "paths", "a list of 1 to 20 pages"],
    [
      "a path without a slash",
      { paths: ["health"] },
      "paths[0]",
      "a path that starts with a slash, without wildcards, such as /health",
    ],
    [
      "a wildcard",
      { paths: ["/api/*"] },
      "paths[0]",
      "a path that starts with a slash, without wildcards, such as /health",
    ],
    ["less than a minute", { paths: ["/"], everyMinutes: 0 }, "everyMinutes", "a whole number from 1 to 60"],
    ["more than an hour", { paths: ["/"], everyMinutes: 90 }, "everyMinutes", "a whole number from 1 to 60"],
    ["no time at all", { paths: ["/"], timeoutSeconds: 0 }, "timeoutSeconds", "a whole number from 1 to 60"],
  ])("refuses %s", (_what, section, key, expected) => {
    expect(onlyProblem({ "platform:canary": section })).toMatchObject({ key: canary(key), expected });
  });

  it("refuses a page that is named twice", () => {
    expect(onlyProblem({ "platform:canary": { paths: ["/", "/"] } })).toEqual({
      key: canary("paths"),
      got: "a list whose pages name / twice",
      expected: "pages that each are named once, with few and short values",
      fix: "remove what is named twice, or shorten the list",
    });
  });

  it("needs somebody to answer", () => {
    const worker = { image: { tag: "v1.0.0" }, command: ["celery", "worker"], scaling: { min: 2, max: 4 } };
    const nobody = {
      "platform:canary": { paths: ["/"] },
      "platform:services": { jobs: worker },
      "platform:cdn": undefined,
      "platform:reasons": { cdn: "Nobody reaches this stack from outside" },
    };
    expect(onlyProblem(nobody)).toMatchObject({
      key: "platform:canary",
      fix: "give a service a port, or remove platform:canary",
    });
  });

  it("keeps its name: no service and no bucket takes it", () => {
    const service = { image: { tag: "v1.0.0" }, port: 9000, paths: ["/c/*"], scaling: { min: 2, max: 4 } };
    expect(onlyProblem({ "platform:services.canary": service })).toMatchObject({ key: "platform:services.canary" });
    expect(onlyProblem({ "platform:buckets.canary": {} })).toMatchObject({ key: "platform:buckets.canary" });
  });
});
