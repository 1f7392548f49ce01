import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { hardeningPage } from "../tests/hardening/page";

// Writes the hardening checklist as a page; a test fails when it is out of date.
writeFileSync(join(__dirname, "../docs/hardening-checklist.md"), hardeningPage());
