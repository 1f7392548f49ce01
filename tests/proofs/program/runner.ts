import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { Recording } from "@platform/simulator";
import type { Answer, Order } from "./order";

/** Longest that a program may take; one that takes longer waits for something that never comes. */
const PATIENCE_MS = 60_000;

/** Runs this repository's program again and again against the simulated AWS, in one other process. */
export class Runner {
  private worker: ChildProcess | undefined;
  /** The last of what the worker wrote to its standard error: warnings, and why it ended. */
  private said = "";

  /** One at a time: the SDK keeps what a program declares in a place of its own for each process. */
  async run(order: Order): Promise<Answer> {
    const worker = (this.worker ??= this.startWorker());
    const answer = await new Promise<Answer>((resolve) => {
      const timer = setTimeout(() => done({ failure: "the program never ended" }), PATIENCE_MS);
      const onExit = (code: number | null): void =>
        done({ failure: `the program ended its process (${code}): ${this.said}` });
      const done = (answered: Answer): void => {
        clearTimeout(timer);
        worker.off("message", done).off("exit", onExit);
        resolve(answered);
      };
      worker.once("message", done).once("exit", onExit);
      worker.send(order);
    });
    // What a failed program left behind may reach into the next one.
    if ("failure" in answer) await this.stop();
    return answer;
  }

  /** The recording of a program that must not fail. */
  async record(order: Order): Promise<Recording> {
    const answer = await this.run(order);
    if ("recording" in answer) return answer.recording;
    throw new Error("refused" in answer ? answer.refused.message : answer.failure);
  }

  async stop(): Promise<void> {
    const worker = this.worker;
    this.worker = undefined;
    if (!worker || worker.exitCode !== null || worker.signalCode !== null) return;
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    worker.kill("SIGKILL");
    await ended;
  }

  private startWorker(): ChildProcess {
    const worker = fork(path.join(__dirname, "worker.ts"), {
      // Where a resource was declared is told by stack traces, which cost more than all the rest and prove nothing here.
      execArgv: ["--import", "tsx", "--stack-trace-limit=0"],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    worker.stderr?.on("data", (data: Buffer) => (this.said = `${this.said}${data.toString()}`.slice(-2_000)));
    return worker;
  }
}
