import { type Properties, Simulator, UNKNOWN_VALUE } from "@platform/simulator";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { nameOf } from "../urn";
import { Account, type Standing } from "./account";
import { check, type Checked, type ProviderSettings } from "./check";
import { refuseConflict, refuseDeletion, remainsOf } from "./conflicts";
import { diff, type Difference } from "./diff";
import { disturb, type Operation } from "./disturbances";
import { OUTSIDE_FILE, resolveReferences } from "./references";
import { hasSdk, sdkFacts } from "./sdk-facts";
import { ServiceError } from "./service-error";
import { refuseSharedGroup } from "./target-groups";

/** A resource as the engine names it: by type and URN, and once it exists by its id. */
export interface Place {
  urn: string;
  type: string;
  name: string;
}

export interface Existing {
  id: string;
  inputs: Properties;
  /** Inputs overlaid with what AWS gave. */
  state: Properties;
}

/** A provider's duties over the simulated AWS: what `@platform/simulator` answers, kept in an account. */
export class SimulatedProvider {
  readonly account: Account;
  /** How many operations wait for AWS. */
  busy = 0;
  private readonly outside: ReadonlySet<string>;
  private settings: ProviderSettings = { region: "us-east-1", defaultTags: {} };

  /**
   * @param folder where the account is kept.
   * @param accountId the account that the credentials belong to.
   */
  constructor(
    private readonly folder: string,
    private readonly accountId: string,
  ) {
    this.account = new Account(path.join(folder, "account.jsonl"));
    const outside = path.join(folder, OUTSIDE_FILE);
    this.outside = new Set(existsSync(outside) ? (JSON.parse(readFileSync(outside, "utf8")) as string[]) : []);
  }

  /** @throws {ServiceError} when the credentials belong to an account that the program does not allow. */
  configure({ region, defaultTags, allowedAccountIds }: Properties): void {
    const allowed = nested<string[]>(allowedAccountIds);
    if (allowed && !allowed.includes(this.accountId)) {
      throw new ServiceError("AccountNotAllowed", `AWS account ID not allowed: ${this.accountId}`);
    }
    const tags = nested<{ tags?: { [key: string]: string } }>(defaultTags)?.tags ?? {};
    this.settings = { region: region ?? "us-east-1", defaultTags: tags };
  }

  check(place: Place, inputs: Properties, earlier: Properties | undefined): Checked {
    const autoname = this.simulator().autoname(place.urn, place.name, this.generation(place));
    return check(place.type, inputs, earlier, autoname, this.settings);
  }

  diff({ type }: Place, earlier: Properties, inputs: Properties, ignored: readonly string[]): Difference {
    return diff(type, earlier, inputs, ignored);
  }

  /** What is known of a resource before it is made: its inputs, and that AWS will give the rest. */
  preview({ type }: Place, inputs: Properties): Existing {
    const computed = [...(hasSdk(type) ? sdkFacts(type).computed : [])].filter(
      (property) => inputs[property] === undefined,
    );
    const unknown = Object.fromEntries(computed.map((property) => [property, UNKNOWN_VALUE]));
    return { id: "", inputs, state: { ...unknown, ...inputs } };
  }

  async create(place: Place, inputs: Properties): Promise<Existing> {
    const began = Date.now();
    await this.disturbed("create", place);
    const references = this.references(place, inputs);
    const made = this.made(place, inputs);
    refuseConflict(made, this.account);
    refuseSharedGroup({ ...made, references }, this.account);
    this.account.append({ at: Date.now(), operation: "create", began, resource: { ...made, references } });
    return existing(made);
  }

  /** Of a resource that is taken over nothing is known but its id; `undefined` when there is none. */
  async read(place: Place, id: string, state: Properties): Promise<Existing | undefined> {
    await this.disturbed("read", place);
    const standing =
      this.account.get(keyOf(place.type, state)) ??
      this.account.resources().find((each) => each.type === place.type && each.id === id);
    return standing && existing(standing);
  }

  async update(place: Place, state: Properties, inputs: Properties): Promise<Existing> {
    const began = Date.now();
    await this.disturbed("update", place);
    const before = this.standing(place, state);
    const references = this.references(place, inputs).filter((key) => key !== before.key);
    const updated = { ...before, ...this.outputsOf(before, inputs), inputs, references };
    refuseConflict(updated, this.account, before);
    refuseSharedGroup(updated, this.account);
    this.account.append({ at: Date.now(), operation: "update", began, resource: updated });
    return existing(updated);
  }

  async delete(place: Place, state: Properties): Promise<void> {
    const began = Date.now();
    await this.disturbed("delete", place);
    const doomed = this.account.get(keyOf(place.type, state));
    // Whoever deletes what is gone has what they want: the real provider says so too.
    if (!doomed) return;
    refuseDeletion(doomed, this.account);
    const remains = remainsOf(doomed);
    this.account.append({ at: Date.now(), operation: "delete", began, resource: doomed, ...(remains && { remains }) });
  }

  invoke(token: string, args: Properties): Properties {
    return this.simulator().invoke(token, args, this.settings.region);
  }

  private standing({ type }: Place, state: Properties): Standing {
    const standing = this.account.get(keyOf(type, state));
    if (!standing) throw new ServiceError("ResourceNotFoundException", `${state.id} does not exist`);
    return standing;
  }

  private made(place: Place, inputs: Properties): Omit<Standing, "references"> {
    const { urn, type, name } = place;
    const { region: home } = this.settings;
    const { id, outputs } = this.simulator().create(urn, type, name, inputs, home, this.generation(place));
    const region: string = inputs.region ?? home;
    const key = keyOf(type, { ...inputs, ...outputs, id });
    return { key, urn, type, region, id, inputs, outputs, handles: handlesIn(id, outputs) };
  }

  /** What AWS gives with other inputs: what it gave once for the resource's whole life, it gives again. */
  private outputsOf({ urn, type, id }: Standing, inputs: Properties): Pick<Standing, "outputs" | "handles"> {
    const generation = this.account.createdFor(urn);
    const { outputs } = this.simulator().create(urn, type, nameOf(urn), inputs, this.settings.region, generation);
    return { outputs, handles: handlesIn(id, outputs) };
  }

  private references({ type }: Place, inputs: Properties): string[] {
    return resolveReferences(type, inputs, this.account, { accountId: this.accountId, outside: this.outside });
  }

  private generation({ urn }: Place): number {
    return this.account.createdFor(urn) + 1;
  }

  private simulator(): Simulator {
    return new Simulator({ account: this.accountId, region: this.settings.region });
  }

  private async disturbed(operation: Operation, { type, urn }: Place): Promise<void> {
    this.busy++;
    await disturb(this.folder, this.account, operation, { type, urn }).finally(() => this.busy--);
  }
}

// What AWS gives nowhere twice: ARNs, ids of EC2, KMS and CloudFront, host names.
const HANDLE =
  /^arn:|^[a-z]+-[0-9a-f]{17}$|^[0-9a-f]{8}-[0-9a-f-]{27}$|^E[0-9A-F]{13}$|^vo_|\.(amazonaws\.com|cloudfront\.net)$/;

const handlesIn = (id: string, outputs: Properties): string[] =>
  [id, ...stringsIn(outputs)].filter((value) => HANDLE.test(value));

// Types of which several resources bear one id, and the output that tells them apart.
const TOLD_APART_BY: { [type: string]: string } = {
  "aws:acm/certificateValidation:CertificateValidation": "certificateArn",
  "aws:ecs/taskDefinition:TaskDefinition": "arn",
  "random:index/randomPassword:RandomPassword": "result",
};

function keyOf(type: string, { region, id, ...state }: Properties): string {
  const further = TOLD_APART_BY[type];
  return [type, region ?? "", id, ...(further ? [state[further]] : [])].join("|");
}

const existing = ({ id, inputs, outputs }: Omit<Standing, "references">): Existing => ({
  id,
  inputs,
  state: { ...inputs, ...outputs, id },
});

/** The engine hands nested settings of a provider over as JSON. */
const nested = <Value>(value: unknown): Value | undefined =>
  typeof value === "string" ? (JSON.parse(value) as Value) : (value as Value | undefined);

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
