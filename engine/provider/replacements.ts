/** Which changes the real provider answers with a replacement. */
interface Replacement {
  /** File below `internal/service` of the upstream provider. */
  source: string;
  /** Inputs of which a change replaces the resource; `*` is every input, `!name` takes one out of it. */
  inputs: string[];
}

/** https://github.com/hashicorp/terraform-provider-aws/tree/main/internal/service: `ForceNew` and `RequiresReplace`. */
export const replacements: { [type: string]: Replacement } = {
  "aws:acm/certificate:Certificate": {
    source: "acm/certificate.go",
    inputs: [
      "domainName",
      "subjectAlternativeNames",
      "validationMethod",
      "keyAlgorithm",
      "certificateAuthorityArn",
      "validationOptions",
    ],
  },
  "aws:acm/certificateValidation:CertificateValidation": {
    source: "acm/certificate_validation.go",
    inputs: ["certificateArn", "validationRecordFqdns"],
  },
  "aws:appautoscaling/policy:Policy": {
    source: "appautoscaling/policy.go",
    inputs: ["name", "resourceId", "scalableDimension", "serviceNamespace"],
  },
  "aws:appautoscaling/target:Target": {
    source: "appautoscaling/target.go",
    inputs: ["resourceId", "scalableDimension", "serviceNamespace"],
  },
  "aws:cloudfront/cachePolicy:CachePolicy": { source: "cloudfront/cache_policy.go", inputs: [] },
  "aws:cloudfront/distribution:Distribution": { source: "cloudfront/distribution.go", inputs: ["staging"] },
  "aws:cloudfront/originAccessControl:OriginAccessControl": {
    source: "cloudfront/origin_access_control.go",
    inputs: [],
  },
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": {
    source: "cloudfront/response_headers_policy.go",
    inputs: [],
  },
  "aws:cloudfront/vpcOrigin:VpcOrigin": { source: "cloudfront/vpc_origin.go", inputs: [] },
  "aws:cloudwatch/logDelivery:LogDelivery": {
    source: "logs/delivery.go",
    inputs: ["deliveryDestinationArn", "deliverySourceName"],
  },
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": {
    source: "logs/delivery_destination.go",
    inputs: ["name", "deliveryDestinationType", "outputFormat"],
  },
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": {
    source: "logs/delivery_source.go",
    inputs: ["name", "logType", "resourceArn"],
  },
  "aws:cloudwatch/logGroup:LogGroup": { source: "logs/group.go", inputs: ["name", "namePrefix", "logGroupClass"] },
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": {
    source: "logs/metric_filter.go",
    inputs: ["name", "logGroupName"],
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": { source: "cloudwatch/metric_alarm.go", inputs: ["name"] },
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": {
    source: "ec2/vpc_default_security_group.go",
    inputs: ["vpcId"],
  },
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": {
    source: "ec2/vpc_egress_only_internet_gateway.go",
    inputs: ["vpcId"],
  },
  "aws:ec2/eip:Eip": {
    source: "ec2/ec2_eip.go",
    inputs: ["domain", "address", "publicIpv4Pool", "networkBorderGroup", "ipamPoolId"],
  },
  "aws:ec2/flowLog:FlowLog": { source: "ec2/vpc_flow_log.go", inputs: ["*", "!tags"] },
  "aws:ec2/internetGateway:InternetGateway": { source: "ec2/vpc_internet_gateway.go", inputs: [] },
  "aws:ec2/natGateway:NatGateway": {
    source: "ec2/vpc_nat_gateway.go",
    inputs: ["allocationId", "connectivityType", "privateIp", "subnetId", "availabilityMode", "vpcId"],
  },
  "aws:ec2/route:Route": {
    source: "ec2/vpc_route.go",
    inputs: ["routeTableId", "destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"],
  },
  "aws:ec2/routeTable:RouteTable": { source: "ec2/vpc_route_table.go", inputs: ["vpcId"] },
  "aws:ec2/routeTableAssociation:RouteTableAssociation": {
    source: "ec2/vpc_route_table_association.go",
    inputs: ["subnetId", "gatewayId"],
  },
  "aws:ec2/securityGroup:SecurityGroup": {
    source: "ec2/vpc_security_group.go",
    inputs: ["name", "namePrefix", "description", "vpcId"],
  },
  "aws:ec2/subnet:Subnet": {
    source: "ec2/vpc_subnet.go",
    inputs: [
      "availabilityZone",
      "availabilityZoneId",
      "cidrBlock",
      "ipv6Native",
      "outpostArn",
      "vpcId",
      "ipv4IpamPoolId",
      "ipv4NetmaskLength",
      "ipv6IpamPoolId",
      "ipv6NetmaskLength",
    ],
  },
  "aws:ec2/vpc:Vpc": { source: "ec2/vpc_.go", inputs: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength"] },
  "aws:ec2/vpcEndpoint:VpcEndpoint": {
    source: "ec2/vpc_endpoint.go",
    inputs: [
      "vpcId",
      "serviceName",
      "vpcEndpointType",
      "serviceRegion",
      "resourceConfigurationArn",
      "serviceNetworkArn",
    ],
  },
  "aws:ecr/lifecyclePolicy:LifecyclePolicy": { source: "ecr/lifecycle_policy.go", inputs: ["repository", "policy"] },
  "aws:ecr/repository:Repository": { source: "ecr/repository.go", inputs: ["name", "encryptionConfigurations"] },
  "aws:ecs/cluster:Cluster": { source: "ecs/cluster.go", inputs: ["name"] },
  "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders": {
    source: "ecs/cluster_capacity_providers.go",
    inputs: ["clusterName"],
  },
  "aws:ecs/service:Service": {
    source: "ecs/service.go",
    inputs: ["cluster", "iamRole", "launchType", "name", "schedulingStrategy"],
  },
  "aws:ecs/taskDefinition:TaskDefinition": {
    source: "ecs/task_definition.go",
    inputs: ["*", "!tags", "!skipDestroy", "!trackLatest"],
  },
  "aws:elasticache/parameterGroup:ParameterGroup": {
    source: "elasticache/parameter_group.go",
    inputs: ["name", "family", "description"],
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    source: "elasticache/replication_group.go",
    inputs: [
      "atRestEncryptionEnabled",
      "dataTieringEnabled",
      "globalReplicationGroupId",
      "kmsKeyId",
      "networkType",
      "port",
      "replicationGroupId",
      "securityGroupNames",
      "snapshotArns",
      "snapshotName",
      "subnetGroupName",
    ],
  },
  "aws:elasticache/subnetGroup:SubnetGroup": { source: "elasticache/subnet_group.go", inputs: ["name"] },
  "aws:iam/policy:Policy": { source: "iam/policy.go", inputs: ["name", "namePrefix", "path", "description"] },
  "aws:iam/role:Role": { source: "iam/role.go", inputs: ["name", "namePrefix", "path"] },
  "aws:iam/rolePolicy:RolePolicy": { source: "iam/role_policy.go", inputs: ["name", "namePrefix", "role"] },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
    source: "iam/role_policy_attachment.go",
    inputs: ["role", "policyArn"],
  },
  "aws:kms/alias:Alias": { source: "kms/alias.go", inputs: ["name", "namePrefix"] },
  "aws:kms/key:Key": {
    source: "kms/key.go",
    inputs: ["customerMasterKeySpec", "keyUsage", "multiRegion", "customKeyStoreId", "xksKeyId"],
  },
  "aws:lb/listener:Listener": { source: "elbv2/listener.go", inputs: ["loadBalancerArn"] },
  "aws:lb/listenerRule:ListenerRule": { source: "elbv2/listener_rule.go", inputs: ["listenerArn"] },
  "aws:lb/loadBalancer:LoadBalancer": {
    source: "elbv2/load_balancer.go",
    inputs: ["name", "namePrefix", "internal", "loadBalancerType", "customerOwnedIpv4Pool"],
  },
  "aws:lb/targetGroup:TargetGroup": {
    source: "elbv2/target_group.go",
    inputs: ["name", "namePrefix", "ipAddressType", "port", "protocol", "protocolVersion", "targetType", "vpcId"],
  },
  "aws:rds/instance:Instance": {
    source: "rds/instance.go",
    inputs: [
      "availabilityZone",
      "characterSetName",
      "customIamInstanceProfile",
      "dbName",
      "engine",
      "kmsKeyId",
      "ncharCharacterSetName",
      "restoreToPointInTime",
      "snapshotIdentifier",
      "storageEncrypted",
      "timezone",
      "username",
      "backupTarget",
    ],
  },
  "aws:rds/parameterGroup:ParameterGroup": {
    source: "rds/parameter_group.go",
    inputs: ["name", "namePrefix", "family", "description"],
  },
  "aws:rds/subnetGroup:SubnetGroup": { source: "rds/subnet_group.go", inputs: ["name", "namePrefix"] },
  "aws:route53/record:Record": { source: "route53/record.go", inputs: ["name", "zoneId"] },
  "aws:s3/bucket:Bucket": { source: "s3/bucket.go", inputs: ["bucket", "bucketPrefix", "objectLockEnabled"] },
  "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration": {
    source: "s3/bucket_cors_configuration.go",
    inputs: ["bucket", "expectedBucketOwner"],
  },
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": {
    source: "s3/bucket_lifecycle_configuration.go",
    inputs: ["bucket", "expectedBucketOwner"],
  },
  "aws:s3/bucketLogging:BucketLogging": {
    source: "s3/bucket_logging.go",
    inputs: ["bucket", "expectedBucketOwner"],
  },
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": {
    source: "s3/bucket_ownership_controls.go",
    inputs: ["bucket"],
  },
  "aws:s3/bucketPolicy:BucketPolicy": { source: "s3/bucket_policy.go", inputs: ["bucket"] },
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": {
    source: "s3/bucket_public_access_block.go",
    inputs: ["bucket"],
  },
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": {
    source: "s3/bucket_replication_configuration.go",
    inputs: ["bucket"],
  },
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": {
    source: "s3/bucket_server_side_encryption_configuration.go",
    inputs: ["bucket", "expectedBucketOwner"],
  },
  "aws:s3/bucketVersioning:BucketVersioning": {
    source: "s3/bucket_versioning.go",
    inputs: ["bucket", "expectedBucketOwner"],
  },
  "aws:secretsmanager/secret:Secret": { source: "secretsmanager/secret.go", inputs: ["name", "namePrefix"] },
  "aws:secretsmanager/secretVersion:SecretVersion": {
    source: "secretsmanager/secret_version.go",
    inputs: ["secretId", "secretString", "secretBinary", "secretStringWoVersion"],
  },
  "aws:sns/topic:Topic": { source: "sns/topic.go", inputs: ["name", "namePrefix", "fifoTopic"] },
  "aws:sns/topicPolicy:TopicPolicy": { source: "sns/topic_policy.go", inputs: ["arn"] },
  "aws:sns/topicSubscription:TopicSubscription": {
    source: "sns/topic_subscription.go",
    inputs: ["topic", "protocol", "endpoint"],
  },
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": {
    source: "ec2/vpc_security_group_ingress_rule.go",
    inputs: ["securityGroupId"],
  },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
    source: "ec2/vpc_security_group_ingress_rule.go",
    inputs: ["securityGroupId"],
  },
  "aws:wafv2/webAcl:WebAcl": { source: "wafv2/web_acl.go", inputs: ["name", "namePrefix", "scope"] },
  "aws:wafv2/webAclAssociation:WebAclAssociation": {
    source: "wafv2/web_acl_association.go",
    inputs: ["resourceArn", "webAclArn"],
  },
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": {
    source: "wafv2/web_acl_logging_configuration.go",
    inputs: ["resourceArn", "logDestinationConfigs"],
  },
  "aws:appautoscaling/scheduledAction:ScheduledAction": {
    source: "appautoscaling/scheduled_action.go",
    inputs: ["name", "resourceId", "scalableDimension", "serviceNamespace"],
  },
  "aws:backup/plan:Plan": { source: "backup/plan.go", inputs: ["name"] },
  "aws:backup/selection:Selection": { source: "backup/selection.go", inputs: ["*"] },
  "aws:backup/vault:Vault": { source: "backup/vault.go", inputs: ["name", "kmsKeyArn"] },
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration": {
    source: "backup/vault_lock_configuration.go",
    inputs: ["*"],
  },
  "aws:backup/vaultPolicy:VaultPolicy": { source: "backup/vault_policy.go", inputs: ["backupVaultName"] },
  "aws:cloudfront/function:Function": { source: "cloudfront/function.go", inputs: ["name"] },
  "aws:cloudfront/originAccessIdentity:OriginAccessIdentity": {
    source: "cloudfront/origin_access_identity.go",
    inputs: [],
  },
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": {
    source: "cloudwatch/composite_alarm.go",
    inputs: ["alarmName", "actionsEnabled"],
  },
  "aws:cloudwatch/dashboard:Dashboard": { source: "cloudwatch/dashboard.go", inputs: ["dashboardName"] },
  "aws:cloudwatch/eventRule:EventRule": { source: "events/rule.go", inputs: ["name", "namePrefix", "eventBusName"] },
  "aws:cloudwatch/eventTarget:EventTarget": {
    source: "events/target.go",
    inputs: ["rule", "targetId", "eventBusName"],
  },
  "aws:ecr/replicationConfiguration:ReplicationConfiguration": {
    source: "ecr/replication_configuration.go",
    inputs: [],
  },
  "aws:efs/accessPoint:AccessPoint": {
    source: "efs/access_point.go",
    inputs: ["fileSystemId", "posixUser", "rootDirectory"],
  },
  "aws:efs/backupPolicy:BackupPolicy": { source: "efs/backup_policy.go", inputs: ["fileSystemId"] },
  "aws:efs/fileSystem:FileSystem": {
    source: "efs/file_system.go",
    inputs: ["availabilityZoneName", "creationToken", "encrypted", "kmsKeyId", "performanceMode"],
  },
  "aws:efs/fileSystemPolicy:FileSystemPolicy": { source: "efs/file_system_policy.go", inputs: ["fileSystemId"] },
  "aws:efs/mountTarget:MountTarget": {
    source: "efs/mount_target.go",
    inputs: ["fileSystemId", "ipAddress", "subnetId", "ipAddressType", "ipv6Address"],
  },
  "aws:lambda/function:Function": { source: "lambda/function.go", inputs: ["name", "packageType", "tenancyConfig"] },
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": {
    source: "lambda/function_event_invoke_config.go",
    inputs: ["functionName", "qualifier"],
  },
  "aws:lambda/permission:Permission": { source: "lambda/permission.go", inputs: ["*"] },
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": {
    source: "rds/instance_automated_backups_replication.go",
    inputs: ["*"],
  },
  "aws:rds/proxy:Proxy": {
    source: "rds/proxy.go",
    inputs: ["engineFamily", "vpcSubnetIds", "endpointNetworkType", "targetConnectionNetworkType"],
  },
  "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup": {
    source: "rds/proxy_default_target_group.go",
    inputs: ["dbProxyName"],
  },
  "aws:rds/proxyTarget:ProxyTarget": { source: "rds/proxy_target.go", inputs: ["*"] },
  "aws:s3/bucketObjectv2:BucketObjectv2": { source: "s3/object.go", inputs: ["bucket", "key"] },
  "aws:s3/bucketV2:BucketV2": { source: "s3/bucket.go", inputs: ["bucket", "bucketPrefix", "objectLockEnabled"] },
  "aws:scheduler/schedule:Schedule": { source: "scheduler/schedule.go", inputs: ["name", "namePrefix", "groupName"] },
  "aws:scheduler/scheduleGroup:ScheduleGroup": {
    source: "scheduler/schedule_group.go",
    inputs: ["name", "namePrefix"],
  },
  "aws:secretsmanager/secretRotation:SecretRotation": {
    source: "secretsmanager/secret_rotation.go",
    inputs: ["secretId"],
  },
  "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace": {
    source: "servicediscovery/private_dns_namespace.go",
    inputs: ["name", "vpc"],
  },
  "aws:servicediscovery/service:Service": {
    source: "servicediscovery/service.go",
    inputs: ["name", "namespaceId", "type", "healthCheckCustomConfig"],
  },
  "aws:sesv2/configurationSet:ConfigurationSet": {
    source: "sesv2/configuration_set.go",
    inputs: ["configurationSetName"],
  },
  "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination": {
    source: "sesv2/configuration_set_event_destination.go",
    inputs: ["configurationSetName", "eventDestinationName"],
  },
  "aws:sesv2/emailIdentity:EmailIdentity": { source: "sesv2/email_identity.go", inputs: ["emailIdentity"] },
  "aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes": {
    source: "sesv2/email_identity_mail_from_attributes.go",
    inputs: ["emailIdentity"],
  },
  "aws:sfn/stateMachine:StateMachine": { source: "sfn/state_machine.go", inputs: ["name", "namePrefix", "type"] },
  "aws:sqs/queue:Queue": { source: "sqs/queue.go", inputs: ["name", "namePrefix", "fifoQueue"] },
  "aws:sqs/queuePolicy:QueuePolicy": { source: "sqs/queue_policy.go", inputs: ["queueUrl"] },
  "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy": {
    source: "sqs/queue_redrive_allow_policy.go",
    inputs: ["queueUrl"],
  },
  "aws:synthetics/canary:Canary": { source: "synthetics/canary.go", inputs: ["name"] },
  "aws:budgets/budget:Budget": { source: "budgets/budget.go", inputs: ["name", "namePrefix", "accountId"] },
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration": {
    source: "chatbot/slack_channel_configuration.go",
    inputs: ["configurationName"],
  },
  "aws:costexplorer/anomalyMonitor:AnomalyMonitor": {
    source: "ce/anomaly_monitor.go",
    inputs: ["monitorType", "monitorDimension", "monitorSpecification"],
  },
  "aws:costexplorer/anomalySubscription:AnomalySubscription": {
    source: "ce/anomaly_subscription.go",
    inputs: ["name", "accountId"],
  },
  "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList": {
    source: "route53resolver/firewall_domain_list.go",
    inputs: ["name"],
  },
  "aws:route53/resolverFirewallRule:ResolverFirewallRule": {
    source: "route53resolver/firewall_rule.go",
    inputs: ["firewallDomainListId", "firewallRuleGroupId", "confidenceThreshold", "dnsThreatProtection"],
  },
  "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup": {
    source: "route53resolver/firewall_rule_group.go",
    inputs: ["name"],
  },
  "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": {
    source: "route53resolver/firewall_rule_group_association.go",
    inputs: ["firewallRuleGroupId", "vpcId"],
  },
  "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": {
    source: "route53resolver/query_log_config.go",
    inputs: ["destinationArn", "name"],
  },
  "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation": {
    source: "route53resolver/query_log_config_association.go",
    inputs: ["*"],
  },
  // What the program's own provider replaces: nothing, it does its work again.
  "pulumi-nodejs:dynamic/operations:DeploymentCheck": { source: "components/operations/provider", inputs: [] },
  "pulumi-nodejs:dynamic/operations:OneOffTask": { source: "components/operations/provider", inputs: [] },
  // https://github.com/hashicorp/terraform-provider-random/blob/main/internal/provider/resource_password.go
  "random:index/randomPassword:RandomPassword": { source: "random/resource_password.go", inputs: ["*"] },
};

/** A type of which this repository does not say what replaces it. */
export class UnknownReplacementsError extends Error {
  constructor(type: string) {
    super(`what replaces ${type} is not known: add its ForceNew inputs to engine/provider/replacements.ts`);
    this.name = "UnknownReplacementsError";
  }
}

/** Whether a change of that input replaces a resource of that type. A resource cannot move to another region. */
export function replaces(type: string, input: string): boolean {
  const known = replacements[type];
  if (!known) throw new UnknownReplacementsError(type);
  const { inputs } = known;
  // Tags of the provider change with the tags.
  if (inputs.includes("*")) return input !== "tagsAll" && !inputs.includes(`!${input}`);
  return input === "region" || inputs.includes(input);
}
