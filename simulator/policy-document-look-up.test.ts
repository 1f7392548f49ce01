import { policyDocumentLookUp } from "./policy-document-look-up";

const documentOf = (args: object): unknown => JSON.parse(policyDocumentLookUp(args)["json"]);

describe("policyDocumentLookUp", () => {
  it("writes one value as text and several as a list", () => {
    const statements = [
      {
        sid: "Read",
        actions: ["s3:GetObject"],
        resources: ["a", "b"],
        principals: [
          { type: "AWS", identifiers: ["arn:1"] },
          { type: "AWS", identifiers: ["arn:2"] },
          { type: "Service", identifiers: ["ecs.amazonaws.com"] },
        ],
        conditions: [
          { test: "StringEquals", variable: "aws:SourceAccount", values: ["1"] },
          { test: "StringEquals", variable: "aws:SourceArn", values: ["x", "y"] },
        ],
      },
    ];
    expect(documentOf({ statements })).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Read",
          Effect: "Allow",
          Action: "s3:GetObject",
          Resource: ["a", "b"],
          Principal: { AWS: ["arn:1", "arn:2"], Service: "ecs.amazonaws.com" },
          Condition: { StringEquals: { "aws:SourceAccount": "1", "aws:SourceArn": ["x", "y"] } },
        },
      ],
    });
  });

  it("writes everybody as a star", () => {
    const statements = [{ effect: "Deny", notActions: ["iam:*"], principals: [{ type: "*", identifiers: ["*"] }] }];
    expect(documentOf({ statements })).toMatchObject({
      Statement: [{ Effect: "Deny", NotAction: "iam:*", Principal: "*" }],
    });
  });

  it("puts sources first and lets overrides replace the statement of their Sid", () => {
    const json = (...sids: string[]): string =>
      JSON.stringify({ Statement: sids.map((Sid) => ({ Sid, Effect: "Deny" })) });
    const statements = [{ sid: "own", actions: ["s3:*"] }];
    expect(
      documentOf({
        statements,
        sourcePolicyDocuments: [json("source")],
        overridePolicyDocuments: [json("own", "new")],
      }),
    ).toMatchObject({
      Statement: [{ Sid: "source" }, { Sid: "own", Effect: "Deny" }, { Sid: "new" }],
    });
  });
});
