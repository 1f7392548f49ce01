import type { Rule } from "../../kernel/rule";
import { redisAutoMinorUpgrade } from "./redis-auto-minor-upgrade";
import { redisBackups } from "./redis-backups";
import { redisCustomSubnetGroup } from "./redis-custom-subnet-group";
import { redisPrivateSubnets } from "./redis-private-subnets";
import { redisUserHasPassword } from "./redis-user-has-password";

export const elasticacheRules: readonly Rule[] = [
  redisAutoMinorUpgrade,
  redisBackups,
  redisCustomSubnetGroup,
  redisPrivateSubnets,
  redisUserHasPassword,
];
