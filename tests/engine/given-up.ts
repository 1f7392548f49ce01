/** Images and log of a service that goes. */
export const dataOfService = (name: string): string[] => [
  `aws:cloudwatch/logGroup:LogGroup ${name}`,
  `aws:ecr/repository:Repository ${name}-repository`,
  `aws:ecr/lifecyclePolicy:LifecyclePolicy ${name}-repository-lifecycle`,
  `platform:index:Repository ${name}-repository`,
];

/** The firewall of a CDN stands in us-east-1, that of a load balancer in its region; each keeps its log beside itself. */
export const FIREWALL_LOG = ["aws:cloudwatch/logGroup:LogGroup firewall-logs"];

/** What encrypts that log, and the alarms of a CDN, where the stack itself is in another region. */
export const EDGE_KEY = [
  "platform:index:EncryptionKey edge-key",
  "aws:kms/key:Key edge-key",
  "aws:kms/alias:Alias edge-key-alias",
];
