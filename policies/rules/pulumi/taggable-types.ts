// By package, the types that cost money, hold data or stand at the edge. Rules, policies and attachments are left out.
const TYPES: { [module: string]: string } = {
  acm: "Certificate",
  alb: "LoadBalancer TargetGroup",
  backup: "Plan Vault",
  cloudfront: "Distribution VpcOrigin",
  cloudtrail: "Trail",
  cloudwatch: "CompositeAlarm EventBus EventRule LogGroup MetricAlarm",
  dynamodb: "Table",
  ec2: "Eip FlowLog Instance InternetGateway LaunchTemplate NatGateway NetworkAcl NetworkInterface RouteTable SecurityGroup Subnet Vpc VpcEndpoint VpcPeeringConnection",
  ecr: "Repository",
  ecs: "CapacityProvider Cluster Service TaskDefinition",
  efs: "AccessPoint FileSystem",
  elasticache: "Cluster ParameterGroup ReplicationGroup ServerlessCache SubnetGroup User UserGroup",
  iam: "Policy Role User",
  kms: "ExternalKey Key ReplicaKey",
  lambda: "Function",
  lb: "Listener LoadBalancer TargetGroup",
  rds: "Cluster ClusterInstance ClusterParameterGroup EventSubscription Instance ParameterGroup Proxy Snapshot SubnetGroup",
  route53: "HealthCheck Zone",
  s3: "Bucket BucketV2",
  secretsmanager: "Secret",
  sns: "Topic",
  sqs: "Queue",
  ssm: "Parameter",
  wafv2: "IpSet RuleGroup WebAcl",
};

/** Tokens of resources that take tags. */
export const TAGGABLE = Object.entries(TYPES).flatMap(([module, names]) =>
  names.split(" ").map((name) => `aws:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`),
);
