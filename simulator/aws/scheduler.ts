import { arn, type Simulations } from "./simulation";

export const scheduler: Simulations = {
  "aws:scheduler/scheduleGroup:ScheduleGroup": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return { id: name, outputs: { name, arn: arn(request, "scheduler", `schedule-group/${name}`), state: "ACTIVE" } };
  },
  "aws:scheduler/schedule:Schedule": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    const id = `${request.inputs.groupName ?? "default"}/${name}`;
    return { id, outputs: { name, arn: arn(request, "scheduler", `schedule/${id}`) } };
  },
};
