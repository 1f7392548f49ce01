import { EngineStack } from "../../engine/stack";
import { repositoryProject } from "../../engine/workspace";

const VALUE = "random:index/randomPassword:RandomPassword cache-auth-value";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion cache-auth-version";
const CACHE = "aws:elasticache/replicationGroup:ReplicationGroup cache";

describe("docs/runbooks/alarms.md, secrets-overdue", () => {
  let stack: EngineStack;
  beforeAll(async () => {
    stack = await EngineStack.create(repositoryProject("Pulumi.dev.yaml", "bundle"));
    expect((await stack.up()).status).toBe(0);
  });
  afterAll(() => stack.dispose());

  const standing = (label: string) => stack.account.labelled(label);

  it("gives cache and secret a new password together", async () => {
    const before = standing(CACHE)?.inputs.authToken;
    const urns = [VALUE, VERSION].map((label) => standing(label)?.urn ?? "");
    for (const urn of urns) expect((await stack.pulumi("state", "unprotect", urn, "--yes").ended).status).toBe(0);
    const { log, status } = await stack.up(...urns.flatMap((urn) => ["--replace", urn]));
    expect([log.errors(), status]).toEqual([[], 0]);
    expect(log.changes().replaced).toEqual(expect.arrayContaining([VALUE, VERSION]));
    expect(log.changes().updated).toContain(CACHE);
    const password = standing(VALUE)?.outputs.result;
    expect(password).not.toBe(before);
    expect([standing(CACHE)?.inputs.authToken, standing(VERSION)?.inputs.secretString]).toEqual([password, password]);
    expect((await stack.preview("--expect-no-changes")).status).toBe(0);
  });
});
