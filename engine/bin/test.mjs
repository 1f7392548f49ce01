// Runs the tests that need the real engine: `npm run test:engine`, with jest's own arguments behind `--`.
import { createRequire } from "node:module";
import process from "node:process";
import { withEngine } from "./with-engine.mjs";

// The CLI collects its garbage all the time otherwise, with memory that nobody is short of.
process.env["GOGC"] ??= "400";

const jest = createRequire(import.meta.url).resolve("jest/bin/jest");
await withEngine([jest, "--config", "tests/engine/jest.config.ts", ...process.argv.slice(2)]);
