import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { messenger, type TopicEvent } from "./function/messenger.mjs";

const KEY = "0123456789abcdef0123456789abcdef";
const readKey = jest.fn();

const ARN = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:shop-prod-web-cpu";
const alarm = {
  AlarmName: "shop-prod-web-cpu",
  AlarmDescription: "The tasks are busy. Runbook: https://wiki.example.com/shop#service-cpu",
  AWSAccountId: "123456789012",
  NewStateValue: "ALARM",
  NewStateReason: "Threshold Crossed: 2 datapoints were greater than the threshold (80.0).",
  StateChangeTime: "2026-11-27T10:00:00.000+0000",
  OldStateValue: "OK",
  AlarmArn: ARN,
  Trigger: { MetricName: "CPUUtilization" },
};

const records = (...messages: unknown[]) => ({
  Records: messages.map((message) => ({ Sns: { Message: JSON.stringify(message) } })),
});

describe("the messenger to PagerDuty", () => {
  const received: any[] = []; // eslint-disable-line @typescript-eslint/no-explicit-any
  let status = 202;
  let server: Server;
  let handler: (event: TopicEvent) => Promise<void>;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        const body = JSON.parse(Buffer.concat(parts).toString("utf8"));
        received.push({ method: request.method, url: request.url, type: request.headers["content-type"], body });
        response.writeHead(status).end(JSON.stringify({ status: "seen", errors: [KEY] }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const eventsUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/enqueue`;
    handler = messenger({ eventsUrl, readKey });
  });
  beforeEach(() => {
    received.splice(0);
    status = 202;
    readKey.mockReset().mockResolvedValue(`${KEY}\n`);
  });
  afterAll(() => void server.close());

  it("opens an incident, with the key from Secrets Manager and a link to the runbook", async () => {
    await handler(records(alarm));

    expect(received).toEqual([
      {
        method: "POST",
        url: "/v2/enqueue",
        type: "application/json",
        body: {
          routing_key: KEY,
          event_action: "trigger",
          dedup_key: ARN,
          payload: {
            summary: `shop-prod-web-cpu: ${alarm.AlarmDescription}`,
            source: ARN,
            severity: "error",
            timestamp: "2026-11-27T10:00:00.000+0000",
            class: "CPUUtilization",
            custom_details: { reason: alarm.NewStateReason, before: "OK", account: "123456789012" },
          },
          links: [{ href: "https://wiki.example.com/shop#service-cpu", text: "Runbook" }],
        },
      },
    ]);
  });

  it("closes the same incident when the alarm is over", async () => {
    await handler(records(alarm, { ...alarm, NewStateValue: "OK", OldStateValue: "ALARM" }));

    const told = received.map(({ body }) => [body.event_action, body.dedup_key]);
    expect(told).toEqual([
      ["trigger", ARN],
      ["resolve", ARN],
    ]);
  });

  it("calls an alarm over other alarms critical", async () => {
    await handler(records({ ...alarm, AlarmRule: 'ALARM("shop-prod-canary-failed")', Trigger: undefined }));

    expect(received[0].body.payload).toMatchObject({ severity: "critical", class: "composite alarm" });
  });

  it("tells nothing, and reads no key, of an alarm without data", async () => {
    await handler(records({ ...alarm, NewStateValue: "INSUFFICIENT_DATA" }));

    expect(received).toEqual([]);
    expect(readKey).not.toHaveBeenCalled();
  });

  it("keeps within PagerDuty's bounds, and one incident to a name all the same", async () => {
    const long = { ...alarm, AlarmArn: `${ARN}-${"x".repeat(300)}`, AlarmDescription: "y".repeat(2000) };
    await handler(records(long, { ...long, NewStateValue: "OK" }, { ...long, AlarmArn: `${long.AlarmArn}z` }));

    const keys = received.map(({ body }) => body.dedup_key);
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(received[0].body.payload.summary).toHaveLength(1024);
    expect(received[0].body.links).toEqual([]);
  });

  it.each([400, 429, 500, 200])("fails when PagerDuty answers %i, without a word of its answer", async (answer) => {
    status = answer;
    await expect(handler(records(alarm))).rejects.toThrow(new Error(`PagerDuty answered ${answer}`));
  });

  it("fails when nobody has put the key in yet", async () => {
    readKey.mockRejectedValue(new Error("ResourceNotFoundException"));
    await expect(handler(records(alarm))).rejects.toThrow("ResourceNotFoundException");
    expect(received).toEqual([]);
  });
});
