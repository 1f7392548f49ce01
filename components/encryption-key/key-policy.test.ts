import { KeyService } from ".";
import { keyPolicyStatements } from "./key-policy";

const home = { account: "123456789012", region: "eu-north-1" };

/** The statement for one service, beside the administration that every policy has. */
function statementFor(service: KeyService) {
  const [administration, statement, ...others] = keyPolicyStatements(home, [service]);
  expect(administration).toEqual({
    Sid: "AccountAdministration",
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::123456789012:root" },
    Action: "kms:*",
    Resource: "*",
  });
  expect(others).toEqual([]);
  if (!statement) throw new Error(`${service} has no statement`);
  return statement;
}

describe("keyPolicyStatements", () => {
  it("leaves a key without services to the account alone", () => {
    expect(keyPolicyStatements(home, []).map(({ Sid }) => Sid)).toEqual(["AccountAdministration"]);
  });

  it.each([
    [KeyService.Logs, "logs.eu-north-1.amazonaws.com"],
    [KeyService.Alarms, "cloudwatch.amazonaws.com"],
    [KeyService.Events, "events.amazonaws.com"],
    [KeyService.CloudFront, "cloudfront.amazonaws.com"],
    [KeyService.LogDelivery, "delivery.logs.amazonaws.com"],
  ])("admits for %s the service %s and nobody else", (service, principal) => {
    const statement = statementFor(service);

    expect(statement.Effect).toBe("Allow");
    expect(statement.Principal).toEqual({ Service: principal });
  });

  it.each([
    [
      KeyService.Logs,
      {
        ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-north-1:123456789012:log-group:*" },
      },
    ],
    [KeyService.Alarms, { StringEquals: { "aws:SourceAccount": "123456789012" } }],
    [KeyService.CloudFront, { ArnLike: { "aws:SourceArn": "arn:aws:cloudfront::123456789012:distribution/*" } }],
    [
      KeyService.LogDelivery,
      {
        StringEquals: { "aws:SourceAccount": "123456789012" },
        ArnLike: { "aws:SourceArn": "arn:aws:logs:eu-north-1:123456789012:*" },
      },
    ],
  ])("narrows %s to this account", (service, condition) => {
    expect(statementFor(service).Condition).toEqual(condition);
  });

  it("puts no condition on EventBridge, which could not publish with one", () => {
    expect(statementFor(KeyService.Events)).not.toHaveProperty("Condition");
  });

  it.each([
    ["budgets", "budgets.amazonaws.com"],
    ["costAnomalies", "costalerts.amazonaws.com"],
  ] as const)("lets %s of this account encrypt what they publish, and no other account's", (service, principal) => {
    const [, statement] = keyPolicyStatements(home, [service]);
    expect(statement).toMatchObject({
      Principal: { Service: principal },
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      Condition: { StringEquals: { "aws:SourceAccount": home.account } },
    });
  });

  it("lets CloudFront read and not write", () => {
    expect(statementFor(KeyService.CloudFront).Action).toBe("kms:Decrypt");
  });

  it("is the same for the same services, in whatever order and however often they are named", () => {
    const once = keyPolicyStatements(home, [KeyService.Alarms, KeyService.Logs]);

    expect(keyPolicyStatements(home, [KeyService.Logs, KeyService.Alarms, KeyService.Logs])).toEqual(once);
  });
});
