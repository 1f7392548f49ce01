/** A service and the version that it should run, as the engine hands them over: every value is known by then. */
export interface DeploymentCheckInputs {
  region: string;
  clusterArn: string;
  serviceName: string;
  /** The version that was asked for. */
  taskDefinitionArn: string;
  /** Everything else that makes ECS deploy the service anew, as one text. */
  settings: string;
  /** Minutes that a deployment may still go on when the check begins. */
  timeoutMinutes: number;
}
