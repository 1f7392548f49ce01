import { createServer, connect, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { listLengths } from "./function/list-lengths.mjs";
import { metricLine } from "./function/metric-line.mjs";

/** A small Redis: signs in with one token, and knows the lengths of some lists. */
class SmallRedis {
  private readonly server: Server;
  readonly commands: string[][] = [];

  constructor(
    private readonly behaviour: { token?: string; lists?: Record<string, number>; chunk?: number; hangUp?: boolean },
  ) {
    this.server = createServer((socket) => this.serve(socket));
  }

  async lengths(token: string, lists: string[]): Promise<number[]> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    try {
      return await listLengths(connect((this.server.address() as AddressInfo).port, "127.0.0.1"), token, lists);
    } finally {
      await new Promise((resolve) => this.server.close(resolve));
    }
  }

  private serve(socket: Socket): void {
    let received: Buffer = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (data) => {
      if (this.behaviour.hangUp) return void socket.destroy();
      received = Buffer.concat([received, data]);
      const { commands, rest } = parse(received);
      received = rest;
      const answer = commands.map((words) => this.answer(words)).join("");
      const { chunk = answer.length } = this.behaviour;
      for (let at = 0; at < answer.length; at += chunk) socket.write(answer.slice(at, at + chunk));
    });
  }

  private answer(words: string[]): string {
    this.commands.push(words);
    const [name, word = ""] = words;
    const { token = "secret", lists = {} } = this.behaviour;
    if (name === "AUTH") return word === token ? "+OK\r\n" : "-WRONGPASS invalid username-password pair\r\n";
    const length = lists[word] ?? 0;
    return length < 0 ? "-WRONGTYPE Operation against a key holding the wrong kind of value\r\n" : `:${length}\r\n`;
  }
}

/** The whole commands at the head of what was received. */
function parse(received: Buffer): { commands: string[][]; rest: Buffer } {
  const commands: string[][] = [];
  let rest = received;
  for (;;) {
    const [command, length] = parseOne(rest);
    if (!command) return { commands, rest };
    commands.push(command);
    rest = rest.subarray(length);
  }
}

function parseOne(buffer: Buffer): [string[] | undefined, number] {
  const head = /^\*(\d+)\r\n/.exec(buffer.toString("latin1"));
  if (!head) return [undefined, 0];
  let at = head[0].length;
  const words: string[] = [];
  for (let word = 0; word < Number(head[1]); word++) {
    const size = /^\$(\d+)\r\n/.exec(buffer.subarray(at).toString("latin1"));
    if (!size) return [undefined, 0];
    const start = at + size[0].length;
    at = start + Number(size[1]) + 2;
    if (at > buffer.length) return [undefined, 0];
    words.push(buffer.subarray(start, at - 2).toString());
  }
  return [words, at];
}

describe("listLengths", () => {
  it("signs in and asks for each list once", async () => {
    const redis = new SmallRedis({ lists: { celery: 42, mail: 7 } });

    expect(await redis.lengths("secret", ["celery", "mail", "none"])).toEqual([42, 7, 0]);
    expect(redis.commands).toEqual([
      ["AUTH", "secret"],
      ["LLEN", "celery"],
      ["LLEN", "mail"],
      ["LLEN", "none"],
    ]);
  });

  it("understands answers that come in pieces", async () => {
    const redis = new SmallRedis({ lists: { celery: 1_234_567 }, chunk: 3 });
    expect(await redis.lengths("secret", ["celery"])).toEqual([1_234_567]);
  });

  it("counts bytes, not letters, of names and tokens", async () => {
    const redis = new SmallRedis({ token: "schlüssel", lists: { aufträge: 3 } });
    expect(await redis.lengths("schlüssel", ["aufträge"])).toEqual([3]);
  });

  it("fails with a wrong token, and does not repeat it", async () => {
    const failure = new SmallRedis({}).lengths("mine", ["celery"]);
    await expect(failure).rejects.toThrow("Redis refused: WRONGPASS");
    await expect(failure).rejects.not.toThrow("mine");
  });

  it("fails for a key that is no list", async () => {
    await expect(new SmallRedis({ lists: { celery: -1 } }).lengths("secret", ["celery"])).rejects.toThrow("WRONGTYPE");
  });

  it("fails when Redis hangs up", async () => {
    await expect(new SmallRedis({ hangUp: true }).lengths("secret", ["celery"])).rejects.toThrow(
      "hung up before it had given 2 answers",
    );
  });

  it("fails when nobody is there", async () => {
    await expect(listLengths(connect(1, "127.0.0.1"), "secret", ["celery"])).rejects.toThrow("ECONNREFUSED");
  });
});

describe("metricLine", () => {
  it("is one line in the embedded metric format, whose every name it holds", () => {
    const line = metricLine("shop-prod/lists", 'a "list"', 42, 1_790_000_000_000);
    expect(line).not.toContain("\n");
    const { _aws, ...values } = JSON.parse(line);
    expect(values).toEqual({ List: 'a "list"', ListLength: 42 });
    expect(_aws).toEqual({
      Timestamp: 1_790_000_000_000,
      CloudWatchMetrics: [
        { Namespace: "shop-prod/lists", Dimensions: [["List"]], Metrics: [{ Name: "ListLength", Unit: "Count" }] },
      ],
    });
  });
});
