import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { differencesOf } from "../tests/proofs/profiles/differences";
import { profilesPage } from "../tests/proofs/profiles/page";
import { recordProfiles } from "../tests/proofs/profiles/recordings";
import { Runner } from "../tests/proofs/program/runner";

// Writes the differences between profiles as a page; a test fails when it is out of date.
async function write(): Promise<void> {
  const runner = new Runner();
  const differences = differencesOf(await recordProfiles(runner));
  writeFileSync(join(__dirname, "../docs/profiles.md"), profilesPage(differences));
  await runner.stop();
}

void write();
