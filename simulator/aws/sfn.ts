import { arn, type Simulations } from "./simulation";

export const sfn: Simulations = {
  "aws:sfn/stateMachine:StateMachine": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    const stateMachineArn = arn(request, "states", `stateMachine:${name}`);
    return { id: stateMachineArn, outputs: { name, arn: stateMachineArn, status: "ACTIVE" } };
  },
};
