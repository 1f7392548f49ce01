import type { Rule } from "../../kernel/rule";
import { redisAtRestEncryption } from "./redis-at-rest-encryption";
import { redisAuth } from "./redis-auth";
import { redisAutoMinorUpgrade } from "./redis-auto-minor-upgrade";
import { redisAutomaticFailover } from "./redis-automatic-failover";
import { redisBackups } from "./redis-backups";
import { redisCustomSubnetGroup } from "./redis-custom-subnet-group";
import { redisInTransitEncryption } from "./redis-in-transit-encryption";
import { redisKmsCmk } from "./redis-kms-cmk";
import { redisLogs } from "./redis-logs";
import { redisMultiAz } from "./redis-multi-az";
import { redisNonDefaultPort } from "./redis-non-default-port";
import { redisPrivateSubnets } from "./redis-private-subnets";
import { redisUserHasPassword } from "./redis-user-has-password";

export const elasticacheRules: readonly Rule[] = [
  redisAtRestEncryption,
  redisAuth,
  redisAutoMinorUpgrade,
  redisAutomaticFailover,
  redisBackups,
  redisCustomSubnetGroup,
  redisInTransitEncryption,
  redisKmsCmk,
  redisLogs,
  redisMultiAz,
  redisNonDefaultPort,
  redisPrivateSubnets,
  redisUserHasPassword,
];
