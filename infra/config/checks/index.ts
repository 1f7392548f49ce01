import type { Check, Fault } from "../draft";
import { bucketSettings } from "./bucket-settings";
import { cacheSettings } from "./cache-settings";
import { databaseSettings } from "./database-settings";
import { domainInZone } from "./domain-in-zone";
import { firewallPaths } from "./firewall-paths";
import { images } from "./images";
import { listenerPaths } from "./listener-paths";
import { namesFit } from "./names-fit";
import { networkPlan, wayOut } from "./network-plan";
import { platformVariables } from "./platform-variables";
import { protections } from "./protections";
import { recoveryObjectives } from "./recovery-objectives";
import { reservedNames } from "./reserved-names";
import { serviceSettings } from "./service-settings";
import { someService } from "./some-service";
import { staticContent } from "./static-content";
import { unsafeSwitches } from "./unsafe-switches";
import { uses } from "./uses";
import { windows } from "./windows";

const CHECKS: readonly Check[] = [
  namesFit,
  reservedNames,
  domainInZone,
  networkPlan,
  wayOut,
  someService,
  images,
  serviceSettings,
  listenerPaths,
  uses,
  platformVariables,
  unsafeSwitches,
  databaseSettings,
  cacheSettings,
  bucketSettings,
  windows,
  staticContent,
  firewallPaths,
  recoveryObjectives,
  protections,
];

/** Everything that does not fit together, although each key is well formed. */
export const faultsOf: Check = (draft): Fault[] => CHECKS.flatMap((check) => check(draft));
