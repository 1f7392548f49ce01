import { type FileSystemArgs, INFREQUENT_ACCESS_DAYS } from "./file-system-args";

/** Throws before anything is created when EFS, or a task in one of the zones, could not do with these values. */
export function checkFileSystem(name: string, args: FileSystemArgs): void {
  const { zones, subnetIds, user, directory = "/data", infrequentAccessAfterDays: days = 30 } = args;
  const refuse = (problem: string): never => {
    throw new Error(`FileSystem ${name}: ${problem}`);
  };

  if (zones.length === 0) refuse("zones must name one zone at least");
  // EFS answers a task in the task's own zone only: https://docs.aws.amazon.com/efs/latest/ug/manage-fs-access.html
  if (subnetIds.length !== zones.length)
    refuse(
      `subnetIds must be one for each of the zones ${zones.join(", ")}, got ${subnetIds.length}: tasks in the others could not mount it`,
    );
  for (const [key, id] of Object.entries(user)) {
    if (!Number.isInteger(id) || id < 1 || id > 4_294_967_295)
      refuse(`user.${key} must be a whole number from 1 to 4294967295, got ${id}: 0 is root`);
  }
  if (!/^(\/[A-Za-z0-9._-]+){1,4}$/.test(directory) || directory.length > 100)
    refuse(`directory must be a path of one to four folders below the root, such as /data, got "${directory}"`);
  if (!INFREQUENT_ACCESS_DAYS.includes(days))
    refuse(`infrequentAccessAfterDays must be one of ${INFREQUENT_ACCESS_DAYS.join(", ")}, got ${String(days)}`);
}
