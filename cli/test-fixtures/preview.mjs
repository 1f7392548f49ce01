// The preview as a process, for a project in another folder than this repository.
import process from "node:process";
import { runPreview } from "../bin/run-preview.mjs";

const [root, ...args] = process.argv.slice(2);
process.exitCode = await runPreview(root, args);
