import { at, type Check, type Fault } from "../draft";

/** No two things of a container stand at one place: mounts of file systems and folders that start empty. */
export const fileMounts: Check = ({ sections: { services = {} } }) =>
  Object.entries(services).flatMap(([service, { uses, writablePaths }]) => {
    const mounts = Object.entries(uses.files);
    return mounts.flatMap(([name, path], index): Fault[] => {
      const key = at("services", service, "uses", "files", name);
      const before = mounts.slice(0, index).find(([, other]) => within(path, other) || within(other, path));
      const folder = writablePaths.find((other) => within(path, other) || within(other, path));
      return [
        ...(before ? [meeting(key, path, `the file system ${before[0]} at ${before[1]}`, key)] : []),
        ...(folder === undefined
          ? []
          : [meeting(key, path, `${folder}, which starts empty`, at("services", service, "writablePaths"))]),
      ];
    });
  });

/** Whether a path is the other one or lies below it. */
const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

function meeting(path: Fault["path"], folder: string, other: string, involved: Fault["path"]): Fault {
  return {
    path,
    involves: [involved],
    got: `${folder}, which meets ${other}`,
    expected: "a folder of its own",
    fix: "mount it elsewhere",
  };
}
