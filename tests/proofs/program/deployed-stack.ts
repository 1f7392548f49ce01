import { type RecordedResource, type Recording, unwrapSecrets } from "@platform/simulator";
import type { StackConfig } from "../../../infra/config";

/** A resource as it is after `pulumi up`, with secrets open. */
export interface DeployedResource {
  urn: string;
  type: string;
  name: string;
  parent: string | undefined;
  provider: string | undefined;
  /** Inputs and what AWS answered. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- resources are of every shape
  props: any;
}

/** A stack as it is after `pulumi up`, beside the stack file that asked for it. */
export class DeployedStack {
  readonly resources: DeployedResource[];
  private readonly byUrn: Map<string, DeployedResource>;

  constructor(
    readonly config: StackConfig,
    recording: Recording,
  ) {
    if (recording.view !== "deployed") throw new Error("proofs need every value: record the deployed view");
    this.resources = recording.resources.map(deployed);
    this.byUrn = new Map(this.resources.map((resource) => [resource.urn, resource]));
  }

  all(...types: string[]): DeployedResource[] {
    return this.resources.filter(({ type }) => types.includes(type));
  }

  /** The one resource of a type and, where it is given, of a name. */
  one(type: string, name?: string): DeployedResource {
    const found = this.all(type).filter((resource) => name === undefined || resource.name === name);
    const [only] = found;
    if (found.length !== 1 || !only) throw new Error(`${found.length} resources of ${type} ${name ?? ""}`);
    return only;
  }

  /** The component that made a resource; undefined at the top. */
  parentOf({ parent }: DeployedResource): DeployedResource | undefined {
    return parent === undefined ? undefined : this.byUrn.get(parent);
  }
}

function deployed({ urn, type, name, parent, provider, state }: RecordedResource): DeployedResource {
  return { urn, type, name, parent, provider, props: unwrapSecrets(state) };
}
