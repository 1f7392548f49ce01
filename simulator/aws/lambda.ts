import { arn, type Simulations } from "./simulation";

export const lambda: Simulations = {
  "aws:lambda/function:Function": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    const functionArn = arn(request, "lambda", `function:${name}`);
    const invocations = `arn:${request.partition}:apigateway:${request.region}:lambda:path/2015-03-31/functions`;
    return {
      id: name,
      outputs: { name, arn: functionArn, version: "$LATEST", invokeArn: `${invocations}/${functionArn}/invocations` },
    };
  },
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": (request) => ({
    id: request.inputs.functionName,
    outputs: {},
  }),
};
