import { randomInt } from "node:crypto";

const LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Fewest characters of a value: what an application's secret must have. */
const SHORTEST = 32;

/**
 * The four steps in which Secrets Manager has a value replaced
 * (https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html). Any step may be asked
 * for again after a failure: each looks first whether it has been done. The value itself is never written to the log.
 */
export function rotator(secrets) {
  const steps = {
    createSecret: (secret) => createSecret(secrets, secret),
    // Nobody but the application's own tasks knows the value: there is no other place to set it.
    setSecret: async () => {},
    testSecret: (secret) => testSecret(secrets, secret),
    finishSecret: (secret) => finishSecret(secrets, secret),
  };

  return async ({ SecretId, ClientRequestToken, Step }) => {
    const step = steps[Step];
    if (step === undefined) throw new Error(`${Step} is no step of a rotation`);
    const { RotationEnabled, VersionIdsToStages = {} } = await secrets.describeSecret({ SecretId });
    if (!RotationEnabled) throw new Error(`${SecretId} is not rotated`);
    const stages = VersionIdsToStages[ClientRequestToken];
    if (stages === undefined) throw new Error(`${SecretId} has no version ${ClientRequestToken} to rotate to`);
    if (stages.includes("AWSCURRENT")) return;
    if (!stages.includes("AWSPENDING")) throw new Error(`version ${ClientRequestToken} of ${SecretId} is not pending`);
    await step({ SecretId, version: ClientRequestToken, versions: VersionIdsToStages });
  };
}

/** A new value of letters and digits, as long as the one that it replaces. */
async function createSecret(secrets, { SecretId, version }) {
  if ((await pending(secrets, SecretId, version)) !== undefined) return;
  const { SecretString = "" } = await secrets.getSecretValue({ SecretId, VersionStage: "AWSCURRENT" });
  const length = Math.max(SecretString.length, SHORTEST);
  const value = Array.from({ length }, () => LETTERS_AND_DIGITS[randomInt(LETTERS_AND_DIGITS.length)]).join("");
  await secrets.putSecretValue({
    SecretId,
    ClientRequestToken: version,
    SecretString: value,
    VersionStages: ["AWSPENDING"],
  });
}

async function testSecret(secrets, { SecretId, version }) {
  const value = await pending(secrets, SecretId, version);
  if (value === undefined || value.length < SHORTEST || !/^[A-Za-z0-9]+$/.test(value)) {
    throw new Error(`version ${version} of ${SecretId} is not ${SHORTEST} or more letters and digits`);
  }
  const { SecretString } = await secrets.getSecretValue({ SecretId, VersionStage: "AWSCURRENT" });
  if (SecretString === value) throw new Error(`version ${version} of ${SecretId} is the same as the current one`);
}

/** From now on tasks that start read the new value. */
async function finishSecret(secrets, { SecretId, version, versions }) {
  const current = Object.keys(versions).find((id) => versions[id].includes("AWSCURRENT"));
  await secrets.updateSecretVersionStage({
    SecretId,
    VersionStage: "AWSCURRENT",
    MoveToVersionId: version,
    RemoveFromVersionId: current,
  });
}

async function pending(secrets, SecretId, VersionId) {
  try {
    const { SecretString } = await secrets.getSecretValue({ SecretId, VersionId, VersionStage: "AWSPENDING" });
    return SecretString;
  } catch (error) {
    if (error.name === "ResourceNotFoundException") return undefined;
    throw error;
  }
}
