// Runs each minute in AWS Lambda, whose runtime brings the SDK: tells CloudWatch how much waits in lists of Redis.
import process from "node:process";
import tls from "node:tls";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { listLengths } from "./list-lengths.mjs";
import { metricLine } from "./metric-line.mjs";

/** Milliseconds that Redis may take before the run is given up. */
const PATIENCE = 5000;

const secrets = new SecretsManagerClient({});

export async function handler() {
  const { REDIS_HOST: host, REDIS_PORT: port, AUTH_SECRET_ARN: SecretId, LISTS, NAMESPACE: namespace } = process.env;
  // Read anew each time: a rotated token counts at once.
  const { SecretString: token } = await secrets.send(new GetSecretValueCommand({ SecretId }));
  const connection = tls.connect({ host, port: Number(port), servername: host });
  connection.setTimeout(PATIENCE, () => connection.destroy(new Error(`Redis was silent for ${PATIENCE} ms`)));
  const lists = JSON.parse(LISTS);
  const lengths = await listLengths(connection, token, lists);
  const now = Date.now();
  for (const [index, list] of lists.entries()) {
    process.stdout.write(`${metricLine(namespace, list, lengths[index], now)}\n`);
  }
}
