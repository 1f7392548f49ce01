import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stackFileSchema } from "../infra/config/reference/json-schema";
import { referencePage } from "../infra/config/reference/reference-page";

// Writes what is generated from the schemas of the stack file; a test fails when it is out of date.
const root = join(__dirname, "..");
writeFileSync(join(root, "schemas/stack.schema.json"), `${JSON.stringify(stackFileSchema(), null, 2)}\n`);
writeFileSync(join(root, "docs/configuration.md"), referencePage());
