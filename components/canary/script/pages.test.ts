import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { CanaryPage } from "..";
import { handler } from "./pages";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const ANSWERS: { [path: string]: Answer } = {
  "/health": (_, response) => void response.end("fine"),
  "/healthz": (_, response) =>
    void response.end(JSON.stringify({ status: "ok", database: { ping: true }, version: 3 })),
  "/broken": (_, response) => void response.writeHead(503).end("a password"),
  "/login": (_, response) => void response.writeHead(302, { location: "/health" }).end(),
  // Headers in time, and then nothing.
  "/slow": (_, response) => void response.writeHead(200).write("a"),
  "/cut": (_, response) => void response.destroy(),
};

describe("the canary's script", () => {
  const asked: IncomingMessage[] = [];
  let server: Server;
  const environment = { ...process.env };

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request);
      const answer = ANSWERS[request.url ?? ""];
      if (answer) answer(request, response);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  beforeEach(() => void asked.splice(0));
  afterAll(() => {
    process.env = environment;
    server.closeAllConnections();
    server.close();
  });

  const run = (pages: CanaryPage[], timeoutSeconds = 5) => {
    process.env["BASE_URL"] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.env["PAGES"] = JSON.stringify(pages);
    process.env["TIMEOUT_SECONDS"] = String(timeoutSeconds);
    return handler();
  };

  it("passes when every page answers, and says who asks", async () => {
    await expect(run([{ path: "/health" }, { path: "/healthz" }])).resolves.toBeUndefined();
    expect(asked.map(({ url, headers }) => `${url} ${headers["user-agent"]}`).sort()).toEqual([
      "/health platform-canary",
      "/healthz platform-canary",
    ]);
  });

  it("passes when the JSON has the values that it must have", async () => {
    const json = { status: "ok", "database.ping": true, version: 3 };
    await expect(run([{ path: "/healthz", json }])).resolves.toBeUndefined();
  });

  it.each<[what: string, page: CanaryPage, message: string]>([
    ["an error", { path: "/broken" }, "/broken answered 503"],
    ["a page that is not there", { path: "/gone" }, "/gone answered 404"],
    ["a redirect", { path: "/login" }, "/login answered 302"],
    ["a body that does not end", { path: "/slow" }, "/slow took longer than 0.2 s"],
    ["a connection that ends", { path: "/cut" }, "/cut could not be reached: UND_ERR_SOCKET"],
    ["text for JSON", { path: "/health", json: { status: "ok" } }, "/health answered no JSON"],
    ["another value", { path: "/healthz", json: { status: "up" } }, "/healthz answered with another status than up"],
    [
      "a value of another type",
      { path: "/healthz", json: { version: "3" } },
      "/healthz answered with another version than 3",
    ],
    [
      "a field that is not there",
      { path: "/healthz", json: { "cache.ping": true } },
      "/healthz answered with another cache.ping than true",
    ],
  ])("fails on %s, without a word of what the page says", async (_what, page, message) => {
    // Only the page that never ends is waited for; the others have the time that a busy machine takes.
    const timeoutSeconds = page.path === "/slow" ? 0.2 : 10;
    await expect(run([page], timeoutSeconds)).rejects.toThrow(new Error(message));
  });

  it("tells of every page that fails at once", async () => {
    await expect(run([{ path: "/broken" }, { path: "/health" }, { path: "/gone" }])).rejects.toThrow(
      "/broken answered 503; /gone answered 404",
    );
  });

  it("fails when nobody listens", async () => {
    process.env["BASE_URL"] = "http://127.0.0.1:1";
    process.env["PAGES"] = JSON.stringify([{ path: "/health" }]);
    await expect(handler()).rejects.toThrow("/health could not be reached: ");
  });
});
