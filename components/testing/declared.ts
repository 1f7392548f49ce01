import {
  type Recording,
  type RecordedResource,
  record,
  unwrapSecrets,
  type View,
  type WireObject,
} from "@platform/simulator";

/** What a test may ask of the resources that a component declared. */
export class Declared {
  constructor(readonly recording: Recording) {}

  /** All resources of a type, in the order they were declared. */
  all(type: string): DeclaredResource[] {
    return this.recording.resources
      .filter((resource) => resource.type === type)
      .map((resource) => new DeclaredResource(resource));
  }

  /** The one resource of a type, or the one of that logical name; fails when there is none or more than one. */
  one(type: string, name?: string): DeclaredResource {
    const found = this.all(type).filter((resource) => name === undefined || resource.name === name);
    const [resource] = found;
    if (found.length !== 1 || !resource) {
      const names = this.all(type).map((other) => other.name);
      throw new Error(
        `expected one ${type}${name ? ` named ${name}` : ""}, found ${found.length} (${names.join(", ") || "none of that type"})`,
      );
    }
    return resource;
  }
}

/** One declared resource with its inputs in plain form: secrets open, unknown values as Pulumi's sentinel. */
export class DeclaredResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** Logical name of the parent. */
  readonly parentName: string | undefined;
  readonly provider: string | undefined;
  readonly options: RecordedResource["options"];
  readonly dependencies: string[];
  readonly propertyDependencies: RecordedResource["propertyDependencies"];
  readonly inputs: any; // eslint-disable-line @typescript-eslint/no-explicit-any
  /** Inputs and what the simulated AWS answered. */
  readonly outputs: any; // eslint-disable-line @typescript-eslint/no-explicit-any
  /** Inputs as the wire carries them, in which secrets can still be told. */
  readonly wire: WireObject;

  constructor(recorded: RecordedResource) {
    this.urn = recorded.urn;
    this.type = recorded.type;
    this.name = recorded.name;
    this.parentName = recorded.parent?.split("::").at(-1);
    this.provider = recorded.provider;
    this.options = recorded.options;
    this.dependencies = recorded.dependencies;
    this.propertyDependencies = recorded.propertyDependencies;
    this.inputs = unwrapSecrets(recorded.inputs);
    this.outputs = unwrapSecrets(recorded.state);
    this.wire = recorded.inputs;
  }
}

/** Account and region of every component test. */
export const TEST_ACCOUNT = "123456789012";
export const TEST_REGION = "us-east-1";

/** Declares what `program` declares against the simulated AWS, by default with every value known. */
export async function declare(program: () => void, view: View = "deployed"): Promise<Declared> {
  const recording = await record(program, {
    project: "platform",
    stack: "test",
    view,
    config: { "aws:region": TEST_REGION },
    account: TEST_ACCOUNT,
    region: TEST_REGION,
  });
  return new Declared(recording);
}
