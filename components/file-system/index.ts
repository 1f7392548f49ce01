export { FileSystem } from "./file-system";
export {
  type FileSystemArgs,
  INFREQUENT_ACCESS_DAYS,
  type InfrequentAccessDays,
  type PosixUser,
} from "./file-system-args";
export { fileSystemGrant } from "./file-system-policy";
