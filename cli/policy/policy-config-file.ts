import { existsSync } from "node:fs";
import * as path from "node:path";
import type { StackFile } from "../preview/stack-file";
import { readPolicyConfig } from "./policy-config";

/** Policy levels, parameters and exemptions, and the file that they come from. */
export interface PolicyConfigFile {
  shown: string;
  content: ReturnType<typeof readPolicyConfig>;
}

/** The file that was `named`, or that of the stack's profile in the pack's folder; none where the profile has no file. */
export function policyConfigOf(
  named: string | undefined,
  { config }: StackFile,
  pack: string,
): PolicyConfigFile | undefined {
  const ofProfile = path.join(pack, "config", `${config["platform:profile"]}.json`);
  const file = named ?? (existsSync(ofProfile) ? ofProfile : undefined);
  return file === undefined
    ? undefined
    : { shown: path.relative(process.cwd(), file), content: readPolicyConfig(file) };
}
