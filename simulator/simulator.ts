import { invokeSimulations, simulations } from "./aws";
import { type Properties, type SimulatedResource, stableHex } from "./aws/simulation";

export interface SimulatorOptions {
  /** Account id that ARNs carry. */
  account: string;
  /** Region of the default provider. */
  region: string;
}

/** A type or look-up that the simulator does not know; for this repository's own stacks that is an error. */
export class NotSimulatedError extends Error {
  constructor(readonly token: string) {
    super(`the simulated AWS does not know ${token}: add it to simulator/aws`);
    this.name = "NotSimulatedError";
  }
}

export interface CreatedResource extends SimulatedResource {
  /** What is known before creation although the program did not write it: the name that Pulumi generates in Check. */
  checked: Properties;
}

/** Answers as AWS and the random provider would after a resource was created, with nothing but its inputs. */
export class Simulator {
  constructor(private readonly options: SimulatorOptions) {}

  /**
   * `inputs` are plain and known; `providerRegion` is that of the resource's explicit provider. A resource that takes
   * the place of another one of its URN is of the next `generation`, with an id of its own.
   */
  create(
    urn: string,
    type: string,
    name: string,
    inputs: Properties,
    providerRegion?: string,
    generation = 1,
  ): CreatedResource {
    const simulation = simulations[type];
    if (!simulation) throw new NotSimulatedError(type);
    const region = inputs.region ?? providerRegion ?? this.options.region;
    const seed = seedOf(urn, generation);
    const autoname = this.autoname(urn, name, generation);
    const created = simulation({
      type,
      name,
      inputs,
      region,
      account: this.options.account,
      partition: partitionOf(region),
      autoname,
      generation,
      hex: (length, salt = "") => stableHex(`${seed}${salt}`, length),
    });
    return { ...created, checked: created.outputs.name === autoname ? { name: autoname } : {} };
  }

  /** The name that Pulumi would generate for a resource. */
  autoname(urn: string, name: string, generation = 1): string {
    return `${name}-${stableHex(seedOf(urn, generation), 7)}`;
  }

  invoke(token: string, args: Properties, providerRegion?: string): Properties {
    const simulation = invokeSimulations[token];
    if (!simulation) throw new NotSimulatedError(token);
    const region = args.region ?? providerRegion ?? this.options.region;
    return simulation(args, { region, account: this.options.account, partition: partitionOf(region) });
  }
}

const seedOf = (urn: string, generation: number): string =>
  generation === 1 ? urn : `${urn}#generation-${generation}`;

export function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
