import process from "node:process";
import { repository } from "../../scripts/build.mjs";
import { runPreview } from "./run-preview.mjs";

process.exitCode = await runPreview(repository, process.argv.slice(2));
