import type { Rule } from "../../kernel/rule";
import { sgDataTierFromSgOnly } from "./sg-data-tier-from-sg-only";
import { sgNoAdminFromAnyIpv4 } from "./sg-no-admin-from-any-ipv4";
import { sgNoAdminFromAnyIpv6 } from "./sg-no-admin-from-any-ipv6";
import { sgNoCifsFromAny } from "./sg-no-cifs-from-any";
import { sgNoHighRiskPorts } from "./sg-no-high-risk-ports";
import { sgOpenOnlyOnAllowedPorts } from "./sg-open-only-on-allowed-ports";
import { subnetIgwRouteOnlyPublic } from "./subnet-igw-route-only-public";
import { vpcDefaultNotUsed } from "./vpc-default-not-used";
import { vpcDefaultSgClosed } from "./vpc-default-sg-closed";

export const vpcRules: readonly Rule[] = [
  sgDataTierFromSgOnly,
  sgNoAdminFromAnyIpv4,
  sgNoAdminFromAnyIpv6,
  sgNoCifsFromAny,
  sgNoHighRiskPorts,
  sgOpenOnlyOnAllowedPorts,
  subnetIgwRouteOnlyPublic,
  vpcDefaultNotUsed,
  vpcDefaultSgClosed,
];
