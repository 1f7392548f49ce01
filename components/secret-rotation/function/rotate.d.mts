/** What Secrets Manager asks for. */
export interface RotationEvent {
  SecretId: string;
  /** Id of the version that the rotation makes. */
  ClientRequestToken: string;
  Step: string;
}

interface VersionOf {
  SecretId: string;
  VersionId?: string;
  VersionStage?: string;
}

/** The calls of the AWS SDK that a rotation makes. */
export interface RotatedSecrets {
  describeSecret(input: { SecretId: string }): Promise<{
    RotationEnabled?: boolean;
    VersionIdsToStages?: { [versionId: string]: string[] };
  }>;
  getSecretValue(input: VersionOf): Promise<{ SecretString?: string }>;
  putSecretValue(input: {
    SecretId: string;
    ClientRequestToken: string;
    SecretString: string;
    VersionStages: string[];
  }): Promise<unknown>;
  updateSecretVersionStage(input: {
    SecretId: string;
    VersionStage: string;
    MoveToVersionId: string;
    RemoveFromVersionId: string | undefined;
  }): Promise<unknown>;
}

export function rotator(secrets: RotatedSecrets): (event: RotationEvent) => Promise<void>;
