/** A task that is run once, as the engine hands it over: every value is known by then. */
export interface OneOffTaskInputs {
  /** What the task is called in messages. */
  title: string;
  region: string;
  clusterArn: string;
  taskDefinitionArn: string;
  /** Name that all revisions of the task definition share. */
  family: string;
  containerName: string;
  subnetIds: string[];
  securityGroupIds: string[];
  logGroupName: string;
  timeoutMinutes: number;
  /** The task runs again when one of these changes, and at no other change. */
  triggers: { [name: string]: string };
}

export interface OneOffTaskOutputs extends OneOffTaskInputs {
  /** The task that ran last. */
  taskArn: string;
}
