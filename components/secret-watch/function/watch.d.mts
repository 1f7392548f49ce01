/** What there is to look at. */
export interface WatchEvent {
  /** Name or ARN of the ECS cluster. */
  cluster: string;
  services: { service: string; secrets: string[] }[];
  /** Secrets that must not become older than so many days, under the names that people know. */
  ages: { name: string; secret: string; days: number }[];
  /** Namespace of the metric. */
  namespace: string;
}

interface Deployment {
  createdAt: Date | string;
  rolloutState?: string;
}

/** The calls of the AWS SDK that a run makes, and its surroundings. */
export interface WatchSurroundings {
  secrets: {
    listSecretVersionIds(input: { SecretId: string }): Promise<{
      Versions?: { VersionStages?: string[]; CreatedDate?: Date | string }[];
    }>;
  };
  ecs: {
    describeServices(input: { cluster: string; services: string[] }): Promise<{
      services?: { status?: string; deployments?: Deployment[] }[];
    }>;
    updateService(input: { cluster: string; service: string; forceNewDeployment: boolean }): Promise<unknown>;
  };
  now(): number;
  print(line: string): void;
}

export function watcher(surroundings: WatchSurroundings): (event: WatchEvent) => Promise<void>;
