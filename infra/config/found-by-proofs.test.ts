import { changed, onlyProblem, read } from "./test-stack";

// What random applications found accepted that the program or the policies then refused.
describe("a stack file", () => {
  it.each<[string, Record<string, unknown>, object]>([
    [
      "that caches a path without a name",
      { "platform:cdn.staticContent": [{ path: "/?" }] },
      { key: "platform:cdn.staticContent[0].path", got: "/?, which has no letter or digit to be called by" },
    ],
    [
      "that caches two paths of one name",
      { "platform:cdn.staticContent": [{ path: "/static/*" }, { path: "/static*" }] },
      {
        key: "platform:cdn.staticContent[1].path",
        got: "/static*, which would be called static as entry 0 is already",
      },
    ],
    [
      "with two limits for one path",
      { "platform:firewall.tightPaths": ["/log/in", "/log-in"].map((path) => ({ path, limit: 100 })) },
      {
        key: "platform:firewall.tightPaths[1].path",
        got: "/log-in, which would be called limit-log-in as entry 0 is already",
      },
    ],
    [
      "that limits nobody in production",
      { "platform:firewall.rateLimit": 20_000 },
      {
        key: "platform:firewall.rateLimit",
        expected: "10000 requests or fewer, or a sentence of at least 20 characters under platform:reasons",
      },
    ],
    [
      "whose testers come from a block that is none",
      { "platform:loadBalancer": { testListener: { sources: ["10.09.0.0/16"] } } },
      {
        key: "platform:loadBalancer.testListener.sources[0]",
        expected: "an IPv4 block of /8 or smaller that begins at its first address, such as 203.0.113.0/24",
      },
    ],
    [
      "that keeps backups for a week in production",
      { "platform:backup": { retentionDays: 7 } },
      {
        key: "platform:backup.retentionDays",
        expected: "35 days, or a sentence of at least 20 characters under platform:reasons",
      },
    ],
    [
      "with a tag that has no name",
      { "platform:tags": { "": "documents" } },
      {
        expected: "1 to 128 letters, digits, spaces and _ . : / = + - @, not starting with aws:",
      },
    ],
    [
      "without a service",
      { "platform:services": {} },
      { key: "platform:services", got: "no service", expected: "at least one service" },
    ],
    [
      "of development whose image moves by itself",
      {
        "platform:profile": "development",
        "platform:services.api.image": { tag: "latest" },
      },
      { key: "platform:services.api.image.tag", got: 'the text "latest", a tag that moves with every push' },
    ],
    [
      "that keeps the record of connections for a week in production",
      { "platform:network.flowLogRetentionDays": 7 },
      {
        key: "platform:network.flowLogRetentionDays",
        expected: "30 days, or a sentence of at least 20 characters under platform:reasons",
      },
    ],
    [
      "that keeps no snapshot of the cache in production",
      { "platform:cache.snapshotRetentionDays": 0 },
      {
        key: "platform:cache.snapshotRetentionDays",
        expected: "1 day, or a sentence of at least 20 characters under platform:reasons",
      },
    ],
  ])("%s is refused", (_what, changes, problem) => {
    expect(onlyProblem(changes)).toMatchObject(problem);
  });

  it("says why it keeps less in production", () => {
    const reasons = {
      "network.flowLogRetentionDays": "Connections are recorded by the organisation's own firewall",
      "cache.snapshotRetentionDays": "The cache is filled again from the database within a minute",
    };
    const file = changed({
      "platform:network.flowLogRetentionDays": 7,
      "platform:cache.snapshotRetentionDays": 0,
      "platform:reasons": reasons,
    });
    expect(read(file).reasons).toEqual(reasons);
  });
});
