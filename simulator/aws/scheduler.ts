import { arn, type Simulations } from "./simulation";

export const scheduler: Simulations = {
  "aws:scheduler/scheduleGroup:ScheduleGroup": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    const groupArn = arn(request, "scheduler", `schedule-group/${name}`);
    const creationDate = "2026-01-01T12:00:00Z";
    return {
      id: name,
      outputs: { name, arn: groupArn, creationDate, lastModificationDate: creationDate, state: "ACTIVE" },
    };
  },
  "aws:scheduler/schedule:Schedule": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    const id = `${request.inputs.groupName ?? "default"}/${name}`;
    return { id, outputs: { name, arn: arn(request, "scheduler", `schedule/${id}`) } };
  },
};
