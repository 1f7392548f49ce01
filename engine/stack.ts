import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { EventLog } from "./events";
import { Account } from "./provider/account";
import { type Disturbances, DISTURBANCES_FILE } from "./provider/disturbances";
import { given } from "./toolchain/given";
import { endOrphans } from "./orphans";
import { type Project, Workspace } from "./workspace";

/** How a command of the CLI ended. */
export interface Run {
  status: number | null;
  output: string;
  log: EventLog;
}

/** A resource in the engine's state file. */
export interface StateResource {
  urn: string;
  type: string;
  custom: boolean;
  id?: string;
  parent?: string;
  /** URN and id of the provider. */
  provider?: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- inputs of every shape
  inputs?: { [property: string]: any };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- outputs of every shape
  outputs?: { [property: string]: any };
  dependencies?: string[];
  propertyDependencies?: { [property: string]: string[] | null };
  protect?: boolean;
  delete?: boolean;
  created?: string;
  modified?: string;
  sourcePosition?: string;
}

export interface Deployment {
  manifest?: { [key: string]: unknown };
  resources?: StateResource[];
  pending_operations?: { resource: StateResource; type: string }[];
}

/** A stack of this repository under the real CLI, in an AWS account of its own. */
export class EngineStack {
  readonly workspace: Workspace;
  readonly account: Account;
  private runs = 0;

  private constructor(workspace: Workspace) {
    this.workspace = workspace;
    this.account = new Account(path.join(workspace.account, "account.jsonl"));
  }

  static async create(project: Project): Promise<EngineStack> {
    const stack = new EngineStack(new Workspace(given(), project));
    const { status, output } = await stack.pulumi("stack", "init", stack.workspace.stack).ended;
    if (status !== 0) throw new Error(output);
    return stack;
  }

  preview(...args: string[]): Promise<Run> {
    return this.operation("preview", args);
  }

  up(...args: string[]): Promise<Run> {
    return this.operation("up", ["--yes", "--skip-preview", ...args]);
  }

  refresh(...args: string[]): Promise<Run> {
    return this.operation("refresh", ["--yes", "--skip-preview", ...args]);
  }

  destroy(...args: string[]): Promise<Run> {
    return this.operation("destroy", ["--yes", "--skip-preview", ...args]);
  }

  /** As a person begins it: the engine shows what would go, and stops there if something must not. */
  destroyWithPreview(): Promise<Run> {
    return this.operation("destroy", ["--yes"]);
  }

  /** An `up` that a test can break off; `kill` ends the CLI without warning. */
  start(...args: string[]): { ended: Promise<Run>; process: ChildProcess } {
    return this.begin("up", ["--yes", "--skip-preview", ...args]);
  }

  async state(...args: string[]): Promise<Deployment> {
    const { output, status } = await this.pulumi("stack", "export", ...args).ended;
    if (status !== 0) throw new Error(output);
    return (JSON.parse(output) as { deployment: Deployment }).deployment;
  }

  /** Takes a state with open secrets for its own, and closes them with its own passphrase. */
  async import(deployment: Deployment): Promise<void> {
    const file = path.join(this.workspace.folder, "imported.json");
    const secretsProviders = { type: "passphrase", state: { salt: this.workspace.content().encryptionsalt } };
    writeFileSync(
      file,
      JSON.stringify({ version: 3, deployment: { ...deployment, secrets_providers: secretsProviders } }),
    );
    const { output, status } = await this.pulumi("stack", "import", "--file", file).ended;
    if (status !== 0) throw new Error(output);
  }

  /** Goes back to the copy beside the state file if the last write of it broke off. */
  repairCheckpoint(): void {
    const { backend, stack } = this.workspace;
    const project = readdirSync(path.join(backend, ".pulumi/stacks"))[0] ?? "";
    const file = path.join(backend, ".pulumi/stacks", project, `${stack}.json`);
    if (readFileSync(file, "utf8") === "") copyFileSync(`${file}.bak`, file);
  }

  disturb(disturbances: Disturbances): void {
    writeFileSync(path.join(this.workspace.account, DISTURBANCES_FILE), JSON.stringify(disturbances));
  }

  /** Any other command of the CLI. */
  pulumi(...args: string[]): { ended: Promise<{ status: number | null; output: string }>; process: ChildProcess } {
    const { folder, env } = this.workspace;
    // In a group of its own, so that all of it can be ended.
    const child = spawn("pulumi", [...args, "--non-interactive"], { cwd: folder, env, detached: true });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    const ended = new Promise<{ status: number | null; output: string }>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (status) => resolve({ status, output }));
    });
    return { ended, process: child };
  }

  dispose(): void {
    endOrphans(this.workspace.folder);
    this.account.close();
    this.workspace.dispose();
  }

  private operation(command: string, args: string[]): Promise<Run> {
    return this.begin(command, args).ended;
  }

  private begin(command: string, args: string[]): { ended: Promise<Run>; process: ChildProcess } {
    const file = path.join(this.workspace.folder, `events-${++this.runs}.jsonl`);
    const { ended, process } = this.pulumi(command, "--stack", this.workspace.stack, "--event-log", file, ...args);
    const run = ended.then(({ status, output }) => {
      if (!existsSync(file)) writeFileSync(file, "");
      return { status, output, log: new EventLog(file) };
    });
    return { ended: run, process };
  }

  /** The plan that the engine's preview makes: the goal of each resource, by URN. */
  async plan(...args: string[]): Promise<{ run: Run; goals: { [urn: string]: Goal } }> {
    const file = path.join(this.workspace.folder, "plan.json");
    const run = await this.preview("--save-plan", file, ...args);
    const { resourcePlans } = JSON.parse(readFileSync(file, "utf8")) as { resourcePlans: { [urn: string]: Plan } };
    return { run, goals: Object.fromEntries(Object.entries(resourcePlans).map(([urn, { goal }]) => [urn, goal])) };
  }
}

interface Plan {
  goal: Goal;
}

export interface Goal {
  parent?: string;
  dependencies?: string[];
  propertyDependencies?: { [property: string]: string[] | null };
  protect?: boolean;
}
