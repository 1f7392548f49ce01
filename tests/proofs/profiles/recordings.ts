import { PROFILES } from "../../../infra/config/profile";
import { changed } from "../../../infra/config/test-stack";
import type { Runner } from "../program/runner";
import { engineForm } from "../program/stack-file";
import type { ByProfile } from "./differences";

/** One stack file, as each profile brings it up. */
export async function recordProfiles(runner: Runner): Promise<ByProfile> {
  const recordings: Partial<ByProfile> = {};
  for (const profile of PROFILES) {
    const config = engineForm(
      changed({
        "platform:profile": profile,
        "platform:services.api.scaling": undefined,
        "platform:database.class": undefined,
      }),
    );
    recordings[profile] = await runner.record({ config, stack: "prod", view: "deployed", secretKeys: [] });
  }
  return recordings as ByProfile;
}
