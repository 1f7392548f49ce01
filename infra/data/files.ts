import { FileSystem } from "@platform/components/file-system";
import type { Network } from "@platform/components/network";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Foundation } from "../layers/foundation";
import { mapValues } from "./map-values";

/** A file system for each entry, mounted from every zone in which tasks run. */
export function files(
  config: StackConfig,
  { keys, dataOpts }: Foundation,
  net: Network,
): { [name: string]: FileSystem } {
  return mapValues(
    config.files,
    ({ uid, gid, directory, infrequentAccessAfterDays }, name) =>
      new FileSystem(
        name,
        {
          vpcId: net.vpcId,
          zones: config.network.availabilityZones,
          subnetIds: net.dataSubnetIds,
          kmsKeyArn: keys.data.keyArn,
          user: { uid, gid },
          directory,
          infrequentAccessAfterDays,
          automaticBackups: !config.ephemeral,
        },
        declaredBy(dataOpts, at("files", name)),
      ),
  );
}
