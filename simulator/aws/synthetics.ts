import { arn, type Simulations, uuid } from "./simulation";

export const synthetics: Simulations = {
  "aws:synthetics/canary:Canary": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    // Synthetics runs a canary as a Lambda function with a layer that holds the script.
    const code = `cwsyn-${name}-${uuid(request)}`;
    return {
      id: name,
      outputs: {
        name,
        arn: arn(request, "synthetics", `canary:${name}`),
        engineArn: arn(request, "lambda", `function:${code}:1`),
        sourceLocationArn: arn(request, "lambda", `layer:${code}:1`),
        status: "RUNNING",
      },
    };
  },
};
