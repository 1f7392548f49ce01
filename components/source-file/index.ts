export { sourceFile } from "./source-file";
