import { arn, type Properties, stableHex } from "./aws/simulation";
import { ASSUMING, lookUps } from "./look-ups";
import { UNKNOWN_VALUE } from "./manifest";
import { type CreatedResource, partitionOf, Simulator, type SimulatorOptions } from "./simulator";

export interface LenientSimulatorOptions extends SimulatorOptions {
  /** The properties that a look-up answers with, as far as its SDK tells them. */
  resultPropertiesOf: (token: string) => string[];
}

/**
 * The simulated AWS for programs of other people. What it does not know it answers generically, with ids in AWS's own
 * form and everything else unknown, and notes in `unsimulated`.
 */
export class LenientSimulator extends Simulator {
  /** Tokens of types and look-ups, each once. */
  readonly unsimulated: string[] = [];

  constructor(private readonly lenient: LenientSimulatorOptions) {
    super(lenient);
  }

  note(token: string): void {
    if (!this.unsimulated.includes(token)) this.unsimulated.push(token);
  }

  override create(
    urn: string,
    type: string,
    name: string,
    inputs: Properties,
    providerRegion?: string,
  ): CreatedResource {
    try {
      const { id, outputs, checked } = super.create(urn, type, name, inputs, providerRegion);
      return { id: isKnown(id) ? id : "", outputs: knownOnly(outputs), checked };
    } catch {
      // Either the type is unknown, or an input that AWS needs is missing or of another form than it takes.
      this.note(type);
      return this.createGenerically(urn, type, name, inputs, providerRegion);
    }
  }

  override invoke(token: string, args: Properties, providerRegion?: string): Properties {
    const lookUp = lookUps[token];
    const region = regionOf(args.region) ?? regionOf(providerRegion) ?? this.lenient.region;
    if (lookUp) {
      if (ASSUMING.includes(token)) this.note(token);
      return lookUp(args, { region, account: this.lenient.account, partition: partitionOf(region) });
    }
    try {
      return super.invoke(token, args, providerRegion);
    } catch {
      this.note(token);
      const properties = this.lenient.resultPropertiesOf(token);
      return Object.fromEntries([...properties, "id"].map((property) => [property, UNKNOWN_VALUE]));
    }
  }

  private createGenerically(
    urn: string,
    type: string,
    name: string,
    inputs: Properties,
    providerRegion: string | undefined,
  ): CreatedResource {
    const id = `${name}-id-${stableHex(urn, 8)}`;
    const [pkg, module = "", resource = ""] = type.split(":");
    if (pkg !== "aws") return { id, outputs: {}, checked: {} };
    const region = regionOf(inputs.region) ?? regionOf(providerRegion) ?? this.lenient.region;
    const [service = ""] = module.split("/");
    const kind = resource.replace(/(?<=[a-z0-9])[A-Z]/g, "-$&").toLowerCase();
    const surroundings = { region, account: this.lenient.account, partition: partitionOf(region) };
    return {
      id,
      outputs: {
        arn: arn(surroundings, service, `${kind}/${id}`),
        ...(inputs.name === undefined && { name: `${name}-${stableHex(urn, 7)}` }),
      },
      checked: {},
    };
  }
}

const regionOf = (region: unknown): string | undefined =>
  typeof region === "string" && isKnown(region) ? region : undefined;

/** Whether nothing unknown went into a value that was made out of inputs. */
const isKnown = (value: unknown): boolean => !(JSON.stringify(value) ?? "").includes(UNKNOWN_VALUE);

const knownOnly = (outputs: Properties): Properties =>
  Object.fromEntries(Object.entries(outputs).filter(([, value]) => isKnown(value)));
