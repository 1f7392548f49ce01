import type { DeployedResource, DeployedStack } from "../../program/deployed-stack";
import type { Context } from "../../iam/context";
import { on, under } from "../call";
import type { Right } from "./right";

export const files: Right = {
  task: ({ stack, task }) =>
    Object.keys(task.uses.files).flatMap((name) => {
      const system = stack.one("aws:efs/fileSystem:FileSystem", name);
      const mount = on(system.props.arn, "elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite");
      return throughAccessPoints(system, stack).flatMap((context) => under(context, mount));
    }),
};

/** Each way in by an access point of the file system. */
export const throughAccessPoints = ({ props }: DeployedResource, stack: DeployedStack): Context[] =>
  stack
    .all("aws:efs/accessPoint:AccessPoint")
    .filter((point) => point.props.fileSystemId === props.id)
    .map((point) => ({ "elasticfilesystem:AccessPointArn": String(point.props.arn) }));
