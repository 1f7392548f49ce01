export { dumpCommand, type DumpEnvironment } from "./dump-command";
