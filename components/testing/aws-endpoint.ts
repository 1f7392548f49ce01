import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

type Json = { [key: string]: unknown };

/** One call as AWS's JSON protocol carries it. */
export interface AwsCall {
  /** `RunTask` */
  action: string;
  body: Json;
}

/** Answers a call; an `AwsFault` is an error of the service. */
export type AwsAnswer = (body: Json) => Json;

export class AwsFault extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** Credentials and endpoint as a person's environment would give them to an SDK. */
const ENVIRONMENT = ["AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"] as const;

/** A loopback server that speaks AWS's JSON protocol, for code that uses the real SDK. */
export class AwsEndpoint {
  readonly calls: AwsCall[] = [];
  private readonly before = ENVIRONMENT.map((name) => [name, process.env[name]] as const);

  private constructor(
    private readonly server: Server,
    private answers: { [action: string]: AwsAnswer },
  ) {}

  /** Starts listening, and points every AWS SDK of this process at itself. */
  static async start(): Promise<AwsEndpoint> {
    const server = createServer();
    const endpoint = new AwsEndpoint(server, {});
    server.on("request", (request, response) => {
      void readBody(request).then((body) => {
        const { status, answer } = endpoint.answer(String(request.headers["x-amz-target"]), body);
        response.writeHead(status, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    process.env["AWS_ENDPOINT_URL"] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.env["AWS_ACCESS_KEY_ID"] = "test";
    process.env["AWS_SECRET_ACCESS_KEY"] = "test";
    return endpoint;
  }

  /** What the service answers from now on, by action; the calls so far are forgotten. */
  reset(answers: { [action: string]: AwsAnswer }): void {
    this.answers = answers;
    this.calls.length = 0;
  }

  /** The bodies of all calls of one action. */
  bodies(action: string): Json[] {
    return this.calls.filter((call) => call.action === action).map(({ body }) => body);
  }

  async stop(): Promise<void> {
    for (const [name, value] of this.before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(target: string, body: Json): { status: number; answer: Json } {
    const action = target.split(".").at(-1) ?? target;
    this.calls.push({ action, body });
    try {
      const answer = this.answers[action];
      if (!answer) throw new AwsFault("AccessDeniedException", `not authorized to perform ${action}`);
      return { status: 200, answer: answer(body) };
    } catch (error) {
      if (!(error instanceof AwsFault)) throw error;
      return { status: error.status, answer: { __type: error.code, message: error.message } };
    }
  }
}

async function readBody(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}") as Json;
}
