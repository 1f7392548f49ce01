import type { Rule } from "../../kernel/rule";
import { eniSourceDestCheck } from "./eni-source-dest-check";
import { naclAttached } from "./nacl-attached";
import { naclNoAdminPortsFromAny } from "./nacl-no-admin-ports-from-any";
import { naclNoAllPortsFromAny } from "./nacl-no-all-ports-from-any";
import { natPerAz } from "./nat-per-az";
import { sgDataTierFromSgOnly } from "./sg-data-tier-from-sg-only";
import { sgEgressRestricted } from "./sg-egress-restricted";
import { sgHasDescription } from "./sg-has-description";
import { sgNoAdminFromAnyIpv4 } from "./sg-no-admin-from-any-ipv4";
import { sgNoAdminFromAnyIpv6 } from "./sg-no-admin-from-any-ipv6";
import { sgNoCifsFromAny } from "./sg-no-cifs-from-any";
import { sgNoHighRiskPorts } from "./sg-no-high-risk-ports";
import { sgOpenOnlyOnAllowedPorts } from "./sg-open-only-on-allowed-ports";
import { sgRuleStylesNotMixed } from "./sg-rule-styles-not-mixed";
import { subnetIgwRouteOnlyPublic } from "./subnet-igw-route-only-public";
import { subnetNoAutoPublicIp } from "./subnet-no-auto-public-ip";
import { vpcBlockPublicAccess } from "./vpc-block-public-access";
import { vpcDefaultNotUsed } from "./vpc-default-not-used";
import { vpcDefaultSgClosed } from "./vpc-default-sg-closed";
import { vpcEndpointEc2Api } from "./vpc-endpoint-ec2-api";
import { vpcEndpointEcrApi } from "./vpc-endpoint-ecr-api";
import { vpcEndpointEcrDkr } from "./vpc-endpoint-ecr-dkr";
import { vpcEndpointIncidentManager } from "./vpc-endpoint-incident-manager";
import { vpcEndpointPolicyScoped } from "./vpc-endpoint-policy-scoped";
import { vpcEndpointSecretsLogs } from "./vpc-endpoint-secrets-logs";
import { vpcEndpointSsm } from "./vpc-endpoint-ssm";
import { vpcFlowLogsEnabled } from "./vpc-flow-logs-enabled";
import { vpcPeeringRoutesLeastAccess } from "./vpc-peering-routes-least-access";
import { vpcSpansAzs } from "./vpc-spans-azs";

export const vpcRules: readonly Rule[] = [
  eniSourceDestCheck,
  naclAttached,
  naclNoAdminPortsFromAny,
  naclNoAllPortsFromAny,
  natPerAz,
  sgDataTierFromSgOnly,
  sgEgressRestricted,
  sgHasDescription,
  sgNoAdminFromAnyIpv4,
  sgNoAdminFromAnyIpv6,
  sgNoCifsFromAny,
  sgNoHighRiskPorts,
  sgOpenOnlyOnAllowedPorts,
  sgRuleStylesNotMixed,
  subnetIgwRouteOnlyPublic,
  subnetNoAutoPublicIp,
  vpcBlockPublicAccess,
  vpcDefaultNotUsed,
  vpcDefaultSgClosed,
  vpcEndpointEc2Api,
  vpcEndpointEcrApi,
  vpcEndpointEcrDkr,
  vpcEndpointIncidentManager,
  vpcEndpointPolicyScoped,
  vpcEndpointSecretsLogs,
  vpcEndpointSsm,
  vpcFlowLogsEnabled,
  vpcPeeringRoutesLeastAccess,
  vpcSpansAzs,
];
