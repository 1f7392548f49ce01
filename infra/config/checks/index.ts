import type { Check, Fault } from "../draft";
import { backlogs } from "./backlogs";
import { backupSettings } from "./backup-settings";
import { bucketSettings } from "./bucket-settings";
import { cacheSettings } from "./cache-settings";
import { canaryPages } from "./canary-pages";
import { contentSecurity } from "./content-security";
import { databaseCopies } from "./database-copies";
import { databaseDump } from "./database-dump";
import { databaseProxy } from "./database-proxy";
import { databaseRestore } from "./database-restore";
import { databaseSettings } from "./database-settings";
import { deployments } from "./deployments";
import { domainInZone } from "./domain-in-zone";
import { economy } from "./economy";
import { edgeSettings } from "./edge-settings";
import { egress } from "./egress";
import { emptyServices } from "./empty-services";
import { existing } from "./existing";
import { fileMounts } from "./file-mounts";
import { firewallPaths } from "./firewall-paths";
import { generatedSecrets } from "./generated-secrets";
import { images } from "./images";
import { internalServices } from "./internal-services";
import { listenerPaths } from "./listener-paths";
import { mail } from "./mail";
import { migrations } from "./migrations";
import { models } from "./models";
import { namesFit } from "./names-fit";
import { networkPlan, wayOut } from "./network-plan";
import { ownTags } from "./own-tags";
import { platformVariables } from "./platform-variables";
import { protections } from "./protections";
import { recoveryObjectives } from "./recovery-objectives";
import { recoveryRegion } from "./recovery-region";
import { repeatedEntries } from "./repeated-entries";
import { reservedNames } from "./reserved-names";
import { schedules } from "./schedules";
import { secretModes } from "./secret-modes";
import { serviceKinds } from "./service-kinds";
import { serviceSettings } from "./service-settings";
import { someService } from "./some-service";
import { staticContent } from "./static-content";
import { tracing } from "./tracing";
import { unsafeSwitches } from "./unsafe-switches";
import { uses } from "./uses";
import { websockets } from "./websockets";
import { windows } from "./windows";
import { workingHours } from "./working-hours";

const CHECKS: readonly Check[] = [
  namesFit,
  reservedNames,
  ownTags,
  repeatedEntries,
  domainInZone,
  networkPlan,
  wayOut,
  someService,
  images,
  serviceKinds,
  internalServices,
  serviceSettings,
  emptyServices,
  economy,
  workingHours,
  backlogs,
  schedules,
  deployments,
  listenerPaths,
  uses,
  migrations,
  models,
  mail,
  secretModes,
  generatedSecrets,
  egress,
  platformVariables,
  contentSecurity,
  tracing,
  unsafeSwitches,
  databaseSettings,
  databaseProxy,
  databaseDump,
  databaseCopies,
  databaseRestore,
  cacheSettings,
  bucketSettings,
  fileMounts,
  backupSettings,
  websockets,
  windows,
  staticContent,
  edgeSettings,
  canaryPages,
  firewallPaths,
  recoveryObjectives,
  recoveryRegion,
  existing,
  protections,
];

/** Everything that does not fit together, although each key is well formed. */
export const faultsOf: Check = (draft): Fault[] => CHECKS.flatMap((check) => check(draft));
