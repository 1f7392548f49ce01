import type { RecordedResource, WireObject } from "@platform/simulator";
import { read, soundConfig } from "../../../infra/config/test-stack";
import { DeployedStack } from "./deployed-stack";

export interface MadeUpResource {
  type: string;
  name: string;
  props: WireObject;
}

/** A stack of these resources and no program, to see what the proofs make of it. */
export function madeUpStack(...resources: MadeUpResource[]): DeployedStack {
  return new DeployedStack(read(soundConfig()), {
    project: "platform",
    stack: "test",
    view: "deployed",
    resources: resources.map(recorded),
    invokes: [],
    outputs: {},
    unsimulated: [],
  });
}

const recorded = ({ type, name, props }: MadeUpResource): RecordedResource => ({
  urn: `urn:pulumi:test::platform::${type}::${name}`,
  type,
  name,
  custom: true,
  remote: false,
  inputs: props,
  state: props,
  dependencies: [],
  propertyDependencies: {},
  options: {},
});
