import * as fc from "fast-check";

// What a value has to do with others, or with AWS, and its schema cannot say. Without a hint a value is as good, but is
// nearly always refused, and a refused file shows little. Keys as in `path`, names as `*`.
const HINTS: { [path: string]: fc.Arbitrary<unknown> } = {
  account: fc.constant("123456789012"),
  application: fc.constantFrom("shop", "a", "twenty-letters-long1"),
  domain: fc.constantFrom(
    { name: "app.example.com", zone: "example.com", zoneId: "Z0123456789EXAMPLE" },
    { name: "example.org", zone: "example.org", zoneId: "Z1", alternativeNames: ["www.example.org", "*.example.org"] },
  ),
  "network.cidr": fc.constantFrom("10.0.0.0/16", "172.20.0.0/18", "192.168.0.0/22"),
  "network.availabilityZones": fc.constantFrom(["a", "b"], ["a", "c"], ["c", "b", "a"], ["a", "b", "c", "d"]),
  "services.*.image": fc.oneof(
    fc.constantFrom(
      { tag: "v1.0.0" },
      { digest: `sha256:${"0a1b2c3d".repeat(8)}` },
      { repository: "public.ecr.aws/example/app", tag: "v2" },
      { tag: "latest" },
    ),
  ),
  "services.*.build": fc.constant(undefined),
  "services.*.hosts": fc.constantFrom([], ["app.example.com"], ["www.example.org"], ["other.example.net"]),
  "services.*.size": fc.constantFrom(
    { cpu: 256, memory: 512 },
    { cpu: 256, memory: 2048 },
    { cpu: 1024, memory: 4096 },
    { cpu: 4096, memory: 30720 },
    { cpu: 16384, memory: 122880 },
    { cpu: 512, memory: 16384 },
  ),
  "services.*.egress.https": fc.constantFrom("anywhere", "none", ["203.0.113.0/24"], ["8.8.8.0/24", "10.200.0.0/16"]),
  "services.*.egress.ports.*": fc.constantFrom(["203.0.113.25/32"], ["192.168.7.0/24"], ["10.0.0.5/24"]),
  "loadBalancer.testListener.sources": fc.constantFrom(["198.51.100.0/24"], ["10.200.0.0/16", "8.8.4.0/24"]),
  "database.class": fc.constantFrom("db.t4g.micro", "db.t3.small", "db.r6g.xlarge", "db.m7g.large"),
  "cache.nodeType": fc.constantFrom("cache.t4g.micro", "cache.t3.micro", "cache.r6g.large", "cache.m7g.large"),
  "database.username": fc.constantFrom("app_owner", "pmadmin", "o"),
  "buckets.*.replication.region": fc.constantFrom("us-west-2", "eu-central-1", "us-east-1"),
};

/** What every real file has, although the schema leaves it out. */
const USUAL = ["services.*.image"];

export const isUsual = (path: string[]): boolean => USUAL.includes(path.join("."));

export const hintFor = (path: string[]): fc.Arbitrary<unknown> | undefined => HINTS[path.join(".")];

export const REGIONS = ["us-east-1", "eu-west-1", "ap-south-1"];
