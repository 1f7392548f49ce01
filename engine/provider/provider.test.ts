import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Properties, UNKNOWN_VALUE } from "@platform/simulator";
import { Account } from "./account";
import { DISTURBANCES_FILE } from "./disturbances";
import { OUTSIDE_FILE } from "./references";
import { type Existing, type Place, SimulatedProvider } from "./provider";

const ACCOUNT = "123456789012";
const place = (type: string, name: string): Place => ({
  type,
  name,
  urn: `urn:pulumi:test::platform::${type}::${name}`,
});
const VPC = place("aws:ec2/vpc:Vpc", "network");
const SUBNET = place("aws:ec2/subnet:Subnet", "private");
const ROLE = place("aws:iam/role:Role", "task");
const SECRET = place("aws:secretsmanager/secret:Secret", "key");

describe("the simulated provider", () => {
  let folder: string;
  let provider: SimulatedProvider;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "account-"));
    provider = new SimulatedProvider(folder, ACCOUNT);
    provider.configure({ region: "eu-west-1", defaultTags: JSON.stringify({ tags: { stack: "test" } }) });
  });
  afterEach(() => {
    provider.account.close();
    rmSync(folder, { recursive: true });
  });

  /** Checks and creates, as the engine does. */
  const create = (at: Place, written: Properties): Promise<Existing> =>
    provider.create(at, provider.check(at, written, undefined).inputs);

  describe("checks", () => {
    it("fill in a name, the region and the default tags", () => {
      const { inputs, failures } = provider.check(
        place("aws:lb/targetGroup:TargetGroup", "api"),
        { port: 80, tags: { role: "api" } },
        undefined,
      );
      expect(failures).toEqual([]);
      expect(inputs).toMatchObject({
        name: expect.stringMatching(/^api-[0-9a-f]{7}$/),
        region: "eu-west-1",
        tagsAll: { stack: "test", role: "api" },
        __defaults: ["name"],
      });
    });

    it("keep the generated name of what exists, and leave a region out where a service has none", () => {
      const { inputs } = provider.check(
        ROLE,
        { assumeRolePolicy: "{}" },
        { name: "task-0000000", __defaults: ["name"] },
      );
      expect(inputs).toMatchObject({ name: "task-0000000" });
      expect(inputs).not.toHaveProperty("region");
    });

    it("do not know tags of which one is unknown", () => {
      const { inputs } = provider.check(VPC, { cidrBlock: "10.0.0.0/16", tags: { Name: UNKNOWN_VALUE } }, undefined);
      expect(inputs["tagsAll"]).toBe(UNKNOWN_VALUE);
    });

    it("refuse names that are too long, inputs that do not exist and inputs that are missing", () => {
      const long = place("aws:lb/loadBalancer:LoadBalancer", "a-balancer-with-a-long-name");
      expect(provider.check(long, {}, undefined).failures).toEqual([
        { property: "name", reason: expect.stringMatching(/has 35 characters, and AWS takes at most 32 here$/) },
      ]);
      expect(provider.check(ROLE, { policy: "{}" }, undefined).failures.map(({ property }) => property)).toEqual([
        "policy",
        "assumeRolePolicy",
      ]);
    });
  });

  describe("differences", () => {
    const differs = (type: string, olds: Properties, news: Properties, ignored: string[] = []) =>
      provider.diff(place(type, "x"), olds, news, ignored);

    it("tell what replaces, and that a fixed name cannot be borne twice", () => {
      const olds = { bucket: "a", name: "x", vpcId: "vpc-1" };
      expect(differs("aws:ec2/securityGroup:SecurityGroup", olds, { ...olds, vpcId: "vpc-2" })).toEqual({
        changed: ["vpcId"],
        replacing: ["vpcId"],
        deleteFirst: true,
      });
      const generated = { ...olds, __defaults: ["name"] };
      expect(
        differs("aws:ec2/securityGroup:SecurityGroup", generated, { ...generated, vpcId: UNKNOWN_VALUE }),
      ).toMatchObject({ replacing: ["vpcId"], deleteFirst: false });
    });

    it("replace a service that comes to other capacity without a new deployment, or to none", () => {
      const service = "aws:ecs/service:Service";
      const share = (weight: number) => ({ capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight }] });
      const replaced = (olds: object, news: object) => differs(service, olds, news).replacing;
      expect(replaced(share(1), share(2))).toEqual(["capacityProviderStrategies"]);
      expect(replaced(share(1), { ...share(2), forceNewDeployment: true })).toEqual([]);
      expect(replaced(share(1), { forceNewDeployment: true })).toEqual(["capacityProviderStrategies"]);
    });

    it("replace a rule whose source is of another kind, and pass over what is ignored", () => {
      const rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
      expect(differs(rule, { cidrIpv4: "10.0.0.0/8" }, { cidrIpv4: "10.1.0.0/16" }).replacing).toEqual([]);
      expect(differs(rule, { cidrIpv4: "10.0.0.0/8" }, { prefixListId: "pl-1" }).replacing).not.toEqual([]);
      expect(differs(rule, { tagsAll: { a: "1" } }, { tagsAll: { a: "2" } }, ["tagsAll"]).changed).toEqual([]);
    });
  });

  describe("the account", () => {
    it("outlives the process, with what it gave", async () => {
      const { id, state } = await create(VPC, { cidrBlock: "10.0.0.0/16" });
      const another = new SimulatedProvider(folder, ACCOUNT);
      expect(await another.read(VPC, id, state)).toEqual({ id, state, inputs: expect.any(Object) });
      // Of what is taken over nothing is known but its id.
      expect(await another.read(VPC, id, {})).toMatchObject({ id });
      expect(await another.read(VPC, "vpc-0", {})).toBeUndefined();
      another.account.close();
    });

    it("passes over a line that is still being written, or that a killed process has left", () => {
      const file = path.join(folder, "torn.jsonl");
      writeFileSync(file, '{"at":1,"operation":"fault","fault":"a"}\n{"at":2,"oper');
      const account = new Account(file);
      expect(account.events()).toHaveLength(1);
      account.append({ at: 3, operation: "fault", fault: "b" });
      expect(account.events()).toMatchObject([{ fault: "a" }, { fault: "b" }]);
      account.close();
    });

    it("refuses what names something that does not exist", async () => {
      const subnet = { cidrBlock: "10.0.0.0/24", vpcId: "vpc-00000000000000000" };
      await expect(create(SUBNET, subnet)).rejects.toThrow("vpcId: vpc-00000000000000000 does not exist");
      const setting = place("aws:s3/bucketVersioning:BucketVersioning", "docs");
      const versioning = { bucket: "docs", versioningConfiguration: { status: "Enabled" } };
      await expect(create(setting, versioning)).rejects.toThrow("bucket: docs does not exist");
    });

    it("takes a path into an event for no name", async () => {
      const inputTransformer = {
        inputPaths: { repository: "$.detail.repository-name" },
        inputTemplate: '"<repository>"',
      };
      const target = place("aws:cloudwatch/eventTarget:EventTarget", "notices");
      await expect(create(target, { rule: "notices", arn: "arn:aws:sns:x", inputTransformer })).resolves.toBeDefined();
    });

    it("knows what others have made in it", async () => {
      const key = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/0000`;
      const topic = place("aws:sns/topic:Topic", "alarms");
      await expect(create(topic, { kmsMasterKeyId: key })).rejects.toThrow(`${key} does not exist`);
      writeFileSync(path.join(folder, OUTSIDE_FILE), JSON.stringify([key]));
      const another = new SimulatedProvider(folder, ACCOUNT);
      await expect(another.create(topic, { name: "alarms", kmsMasterKeyId: key })).resolves.toBeDefined();
      another.account.close();
    });

    it("refuses a second one of a name, of a block", async () => {
      const vpc = await create(VPC, { cidrBlock: "10.0.0.0/16" });
      const subnet = { cidrBlock: "10.0.0.0/24", vpcId: vpc.id };
      await create(SUBNET, subnet);
      await expect(create(place(SUBNET.type, "other"), subnet)).rejects.toThrow("InvalidSubnet.Conflict");
      await create(SECRET, { name: "app/key" });
      await expect(create(place(SECRET.type, "other"), { name: "app/key" })).rejects.toThrow("exists already");
    });

    it.each([
      ["aws:lb/listenerRule:ListenerRule", { priority: 1, conditions: [], actions: [] }, "PriorityInUse"],
      ["aws:lb/listener:Listener", { port: 443, defaultActions: [] }, "DuplicateListener"],
      ["aws:ec2/route:Route", { destinationCidrBlock: "0.0.0.0/0" }, "RouteAlreadyExists"],
      [
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        { ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/16" },
        "InvalidPermission.Duplicate",
      ],
    ])("refuses a second %s in one place, made or moved there", async (type, where, code) => {
      const { id: loadBalancerArn } = await create(place("aws:lb/loadBalancer:LoadBalancer", "web"), {});
      const listener = { loadBalancerArn, port: 8443, defaultActions: [] };
      const { id: listenerArn } = await create(place("aws:lb/listener:Listener", "web"), listener);
      const here = { ...where, loadBalancerArn, listenerArn };
      await create(place(type, "one"), here);
      await expect(create(place(type, "other"), here)).rejects.toThrow(code);
      const elsewhere = { ...here, priority: 2, port: 80, destinationCidrBlock: "10.9.0.0/16", fromPort: 80 };
      const { state } = await create(place(type, "other"), elsewhere);
      await expect(provider.update(place(type, "other"), state, here)).rejects.toThrow(code);
    });

    it("lets one name stand once in an account where that is AWS's rule, and once in a region elsewhere", async () => {
      const inRegion = async (type: string, region: string): Promise<unknown> =>
        create(place(type, `in ${region}`), { name: "deploy", region });
      await inRegion("aws:sns/topic:Topic", "us-east-1");
      await expect(inRegion("aws:sns/topic:Topic", "eu-west-1")).resolves.toBeDefined();
      await inRegion("aws:iam/role:Role", "us-east-1");
      await expect(inRegion("aws:iam/role:Role", "eu-west-1")).rejects.toThrow("exists already");
    });

    it("tells what other inputs give anew, and what stays", async () => {
      const database = place("aws:rds/instance:Instance", "database");
      const made = await create(database, { identifier: "app", engine: "postgres", port: 5432 });
      const updated = await provider.update(database, made.state, { ...made.inputs, port: 5433 });
      expect(updated.state).toMatchObject({
        port: 5433,
        arn: made.state.arn,
        endpoint: expect.stringMatching(/:5433$/),
      });
      expect(updated.id).toBe(made.id);
    });

    it("lets one load balancer at a time lead to a target group", async () => {
      const group = await create(place("aws:lb/targetGroup:TargetGroup", "web"), { port: 80 });
      const listenerOf = async (name: string): Promise<string> => {
        const balancer = await create(place("aws:lb/loadBalancer:LoadBalancer", name), {});
        const listener = { loadBalancerArn: balancer.id, port: 443, defaultActions: [{ type: "fixed-response" }] };
        return (await create(place("aws:lb/listener:Listener", name), listener)).id;
      };
      const rule = place("aws:lb/listenerRule:ListenerRule", "web");
      const actions = [{ type: "forward", targetGroupArn: group.id }];
      const [first, second] = [await listenerOf("first"), await listenerOf("second")];
      const { state } = await create(rule, { listenerArn: first, priority: 1, conditions: [], actions });
      await create(place(rule.type, "api"), { listenerArn: first, priority: 2, conditions: [], actions });
      const moved = { listenerArn: second, priority: 1, conditions: [], actions };
      await expect(create(rule, moved)).rejects.toThrow("TargetGroupAssociationLimit");
      await provider.delete(rule, state);
      await expect(create(rule, moved)).rejects.toThrow("TargetGroupAssociationLimit");
    });

    it("gives what takes the place of another an id and a name of its own", async () => {
      const first = await create(ROLE, { assumeRolePolicy: "{}" });
      const second = await create(ROLE, { assumeRolePolicy: "{}" });
      expect(second.id).not.toBe(first.id);
      await provider.delete(ROLE, first.state);
      expect(provider.account.resources().map(({ id }) => id)).toEqual([second.id]);
    });

    it("deletes nothing that is protected or that others stand on", async () => {
      const vpc = await create(VPC, { cidrBlock: "10.0.0.0/16" });
      await create(SUBNET, { cidrBlock: "10.0.0.0/24", vpcId: vpc.id });
      await expect(provider.delete(VPC, vpc.state)).rejects.toThrow("DependencyViolation");
      const balancer = place("aws:lb/loadBalancer:LoadBalancer", "web");
      const { state } = await create(balancer, { enableDeletionProtection: true });
      await expect(provider.delete(balancer, state)).rejects.toThrow("enableDeletionProtection is on");
    });

    it("deletes what a dynamic resource has used, and the rules of a listener", async () => {
      const vpc = await create(VPC, { cidrBlock: "10.0.0.0/16" });
      const task = place("pulumi-nodejs:dynamic/operations:OneOffTask", "migration");
      await create(task, { clusterArn: "", subnetIds: [vpc.id] });
      await expect(provider.delete(VPC, vpc.state)).resolves.toBeUndefined();

      const rule = place("aws:lb/listenerRule:ListenerRule", "web");
      const { id, state } = await create(rule, {
        listenerArn: "arn:aws:elasticloadbalancing:eu-west-1:999999999999:listener/app/web/1/2",
        actions: [],
        conditions: [],
      });
      const advancedConfiguration = { productionListenerRule: id };
      await create(place("aws:ecs/service:Service", "web"), { loadBalancers: [{ advancedConfiguration }] });
      await expect(provider.delete(rule, state)).resolves.toBeUndefined();
    });

    it("keeps a deleted secret for a while, and its name with it", async () => {
      const { state } = await create(SECRET, { name: "app/key", recoveryWindowInDays: 7 });
      await provider.delete(SECRET, state);
      expect(provider.account.remains()).toEqual([{ what: "secret app/key for 7 days", name: "app/key" }]);
      await expect(create(SECRET, { name: "app/key" })).rejects.toThrow("already scheduled for deletion");
    });

    it("takes as long as it is told to, by type", async () => {
      const milliseconds = { create: { [VPC.type]: 120, "*": 0 } };
      writeFileSync(path.join(folder, DISTURBANCES_FILE), JSON.stringify({ milliseconds }));
      await create(SECRET, { name: "app/key" });
      const vpc = await create(VPC, { cidrBlock: "10.0.0.0/16" });
      const spans = provider.account
        .events()
        .flatMap((event) => (event.operation === "create" ? event.at - event.began : []));
      expect(spans).toEqual([expect.any(Number), expect.any(Number)]);
      expect(spans[1]).toBeGreaterThanOrEqual(115);
      expect(vpc.id).toMatch(/^vpc-/);
    });

    it("fails when it is told to, as often as it is told to", async () => {
      const fault = {
        id: "f",
        operation: "create",
        urn: VPC.urn,
        times: 1,
        code: "Throttling",
        message: "Rate exceeded",
      };
      writeFileSync(path.join(folder, DISTURBANCES_FILE), JSON.stringify({ faults: [fault] }));
      await expect(create(VPC, { cidrBlock: "10.0.0.0/16" })).rejects.toThrow("Throttling: Rate exceeded");
      await expect(create(VPC, { cidrBlock: "10.0.0.0/16" })).resolves.toMatchObject({
        id: expect.stringMatching(/^vpc-/),
      });
    });
  });

  it("lets nobody into another account than the program allows", () => {
    expect(() => provider.configure({ allowedAccountIds: JSON.stringify(["999999999999"]) })).toThrow(
      `AWS account ID not allowed: ${ACCOUNT}`,
    );
  });
});
