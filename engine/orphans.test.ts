import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { ACCOUNT_VARIABLE, endOrphans } from "./orphans";

const sleeper = (account: string): ChildProcess =>
  spawn(process.execPath, ["-e", "setInterval(() => {}, 1000); console.log()"], {
    env: { [ACCOUNT_VARIABLE]: account },
    stdio: ["ignore", "pipe", "ignore"],
  });

// Other systems do not show the environment of a process.
(existsSync("/proc") ? describe : describe.skip)("what a killed engine left", () => {
  it("is ended when its account is in that folder, and only then", async () => {
    const [left, other] = [sleeper("/tmp/engine-a/stack-1/.account"), sleeper("/tmp/engine-ab/stack-1/.account")];
    try {
      await Promise.all([left, other].map((each) => each.stdout && once(each.stdout, "data")));
      const ended = once(left, "exit");
      endOrphans("/tmp/engine-a");
      expect(await ended).toEqual([null, "SIGKILL"]);
      expect(other.exitCode ?? other.signalCode).toBeNull();
    } finally {
      other.kill("SIGKILL");
    }
  });
});
