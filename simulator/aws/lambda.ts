import { arn, type Simulations } from "./simulation";

export const lambda: Simulations = {
  "aws:lambda/function:Function": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    const functionArn = arn(request, "lambda", `function:${name}`);
    return {
      id: name,
      outputs: {
        name,
        arn: functionArn,
        qualifiedArn: `${functionArn}:$LATEST`,
        invokeArn: `arn:${request.partition}:apigateway:${request.region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
        version: "$LATEST",
      },
    };
  },
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": (request) => ({
    id: request.inputs.functionName,
    outputs: {},
  }),
  "aws:lambda/permission:Permission": (request) => {
    const statementId: string = request.inputs.statementId ?? request.autoname;
    return { id: statementId, outputs: { statementId } };
  },
};
