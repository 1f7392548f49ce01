import { spawnSync } from "node:child_process";
import path from "node:path";

/** The repository's folder. */
export const ROOT = path.resolve(__dirname, "..");

/** Every stack file that the repository promises to keep working, as the command takes it. */
export const STACKS = [
  "dev",
  "staging",
  "prod",
  "prod-recovery",
  "examples/ai-prism/Pulumi.ai-prism-prod.yaml",
  "examples/booking-platform/Pulumi.booking-dev.yaml",
  "examples/booking-platform/Pulumi.booking-staging.yaml",
  "examples/booking-platform/Pulumi.booking-prod.yaml",
  "examples/field-notes/Pulumi.field-notes-prod.yaml",
  "examples/insightshop/Pulumi.insightshop-prod.yaml",
  "examples/predictram/Pulumi.predictram-prod.yaml",
  "examples/predictram/Pulumi.predictram-staging.yaml",
];

export const VIEWS = ["preview", "deployed"] as const;

export interface CommandResult {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `npm run preview` as a person would, without a terminal. */
export function preview(...args: string[]): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["cli/bin/preview.mjs", ...args], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}
