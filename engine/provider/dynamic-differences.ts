// What the diff of a dynamic resource looks at, as components/operations/provider says it: of other inputs no work hangs.
const LOOKED_AT: { [type: string]: readonly string[] } = {
  "pulumi-nodejs:dynamic/operations:DeploymentCheck": ["clusterArn", "serviceName", "taskDefinitionArn", "settings"],
  "pulumi-nodejs:dynamic/operations:OneOffTask": ["triggers"],
};

/** Whether a resource of that type notices a change of that input. */
export const notices = (type: string, input: string): boolean => LOOKED_AT[type]?.includes(input) ?? true;
