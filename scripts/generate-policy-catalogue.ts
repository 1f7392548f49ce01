import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cataloguePages } from "./policy-catalogue";

// Writes the catalogue of the rules and the page of what they cover; a test fails when one is out of date.
const folder = join(__dirname, "../docs");
for (const [file, text] of Object.entries(cataloguePages())) writeFileSync(join(folder, file), text);
