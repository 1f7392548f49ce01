import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { configFiles } from "../policies/environment-config";

// Writes the policy configuration of each environment; a test fails when a file is out of date.
for (const [file, text] of configFiles()) writeFileSync(join(__dirname, "../policies/config", file), text);
