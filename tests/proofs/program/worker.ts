import { createRequire } from "node:module";
import { record } from "@platform/simulator";
import type { Problem } from "../../../infra/config";
import type { Answer, Order } from "./order";

// A process of its own, so that a program that hangs, or that throws where nobody waits, takes no test along. It runs
// one program after another: only the file that declares everything is loaded anew, for it does so as it is loaded.

const require = createRequire(__filename);
const PROGRAM = require.resolve("../../../infra");

let reject: (error: unknown) => void = () => undefined;
process.on("unhandledRejection", (error) => reject(error));
process.on("message", (order: Order) => void answer(order).then((done) => process.send?.(done)));

async function answer({ config, stack, view, secretKeys }: Order): Promise<Answer> {
  try {
    const failed = new Promise<never>((_, rejectWith) => (reject = rejectWith));
    const recording = await Promise.race([
      record(() => load(), {
        project: "platform",
        stack,
        view,
        config,
        secretKeys,
        account: config["platform:account"] ?? "",
        region: config["aws:region"] ?? "",
      }),
      failed,
    ]);
    // Node reports a rejection that nobody waits for only at the end of its turn.
    await Promise.race([new Promise((resolve) => setImmediate(resolve)), failed]);
    return { recording };
  } catch (error) {
    return explain(error);
  }
}

function load(): unknown {
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the cache's own way to forget a module
  delete require.cache[PROGRAM];
  return require(PROGRAM);
}

function explain(error: unknown): Answer {
  if (!(error instanceof Error)) return { failure: String(error) };
  if (error.name !== "StackConfigError" || !("problems" in error)) return { failure: error.stack ?? error.message };
  return { refused: { message: error.message, problems: error.problems as Problem[] } };
}
