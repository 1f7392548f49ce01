import { fileSystemGrant } from "@platform/components/file-system";
import type { ServiceConfig } from "../config";
import { type Grant, together } from "./grant";
import type { Surroundings } from "./surroundings";

/** File systems: each mounted at its folder, through its access point, by the task's own role. */
export function filesGrant(used: ServiceConfig["uses"]["files"], { store: { files } }: Surroundings): Grant {
  const grants = Object.entries(used).flatMap(([name, path]): Grant[] => {
    const fileSystem = files[name];
    if (!fileSystem) return [];
    const { fileSystemId, accessPointId, securityGroupId, port } = fileSystem;
    return [
      {
        environment: { [directoryVariable(name)]: path },
        mounts: [{ volume: name, path, fileSystemId, accessPointId }],
        statements: [fileSystemGrant(fileSystem)],
        connections: { [`files-${name}`]: { to: { label: `files ${name}`, securityGroupId }, port } },
      },
    ];
  });
  return together(grants);
}

/** `CHROMA_DIRECTORY`. */
const directoryVariable = (name: string): string => `${name.toUpperCase().replaceAll("-", "_")}_DIRECTORY`;
