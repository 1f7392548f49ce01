import { ECS } from "@aws-sdk/client-ecs";
import { SecretsManager } from "@aws-sdk/client-secrets-manager";
import { watcher } from "./watch.mjs";

export const handler = watcher({
  secrets: new SecretsManager(),
  ecs: new ECS(),
  now: () => Date.now(),
  // Not by console, which would put words in front of the line: CloudWatch takes metrics from lines that are JSON alone.
  print: (line) => process.stdout.write(`${line}\n`),
});
