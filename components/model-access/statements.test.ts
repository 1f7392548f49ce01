import { idsOffered, type ModelRoute, modelRoute, modelStatements } from ".";

const ACCOUNT = "123456789012";
const INVOKE = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"];

const route = (id: string, region: string): ModelRoute => {
  const found = modelRoute(id, region);
  if (!found) throw new Error(`${id} is not offered in ${region}`);
  return found;
};

describe("modelStatements", () => {
  it("allows a profile at home, and its model in each region that it sends to, through the profile only", () => {
    const routes = [route("eu.amazon.nova-pro-v1:0", "eu-north-1")];
    expect(modelStatements({ account: ACCOUNT, region: "eu-north-1", routes })).toEqual([
      {
        Sid: "CallModels",
        Effect: "Allow",
        Action: INVOKE,
        Resource: ["arn:aws:bedrock:eu-north-1:123456789012:inference-profile/eu.amazon.nova-pro-v1:0"],
      },
      {
        Sid: "ThroughProfile1",
        Effect: "Allow",
        Action: INVOKE,
        Resource: ["eu-central-1", "eu-north-1", "eu-west-1", "eu-west-3"].map(
          (region) => `arn:aws:bedrock:${region}::foundation-model/amazon.nova-pro-v1:0`,
        ),
        Condition: {
          StringEquals: {
            "bedrock:InferenceProfileArn":
              "arn:aws:bedrock:eu-north-1:123456789012:inference-profile/eu.amazon.nova-pro-v1:0",
          },
        },
      },
    ]);
  });

  it("allows a model's own id in the home region and nowhere else", () => {
    const routes = [route("amazon.titan-embed-text-v2:0", "us-east-1")];
    expect(modelStatements({ account: ACCOUNT, region: "us-east-1", routes })).toEqual([
      {
        Sid: "CallModels",
        Effect: "Allow",
        Action: INVOKE,
        Resource: ["arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0"],
      },
    ]);
  });

  it("allows a world-wide profile as AWS documents it: at home, and without a region", () => {
    const id = "global.anthropic.claude-haiku-4-5-20251001-v1:0";
    const [, home, anywhere] = modelStatements({
      account: ACCOUNT,
      region: "ap-south-1",
      routes: [route(id, "ap-south-1")],
    });
    const through = { "bedrock:InferenceProfileArn": `arn:aws:bedrock:ap-south-1:${ACCOUNT}:inference-profile/${id}` };
    expect(home).toMatchObject({
      Resource: ["arn:aws:bedrock:ap-south-1::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0"],
      Condition: { StringEquals: through },
    });
    expect(anywhere).toMatchObject({
      Resource: ["arn:aws:bedrock:::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0"],
      Condition: { StringEquals: { ...through, "aws:RequestedRegion": "unspecified" } },
    });
  });

  it("lets no call through without the guardrail", () => {
    const statements = modelStatements({
      account: ACCOUNT,
      region: "us-east-1",
      routes: [route("us.amazon.nova-micro-v1:0", "us-east-1")],
      guardrail: { id: "gr1abc23def4", version: "2" },
    });
    const arn = "arn:aws:bedrock:us-east-1:123456789012:guardrail/gr1abc23def4";
    expect(statements.map(({ Condition }) => Condition?.StringEquals?.["bedrock:GuardrailIdentifier"])).toEqual([
      `${arn}:2`,
      `${arn}:2`,
      undefined,
    ]);
    expect(statements.at(-1)).toEqual({
      Sid: "UseGuardrail",
      Effect: "Allow",
      Action: "bedrock:ApplyGuardrail",
      Resource: arn,
    });
  });

  it("says nothing where no model is used, and never a star", () => {
    expect(modelStatements({ account: ACCOUNT, region: "us-east-1", routes: [] })).toEqual([]);
    const routes = idsOffered("eu-north-1").map((id) => route(id, "eu-north-1"));
    expect(JSON.stringify(modelStatements({ account: ACCOUNT, region: "eu-north-1", routes }))).not.toContain("*");
  });

  it("fits a chain of eight profiles into a role, which holds 10,240 characters of policy", () => {
    const chain = idsOffered("eu-north-1").filter((id) => id.startsWith("eu."));
    const longest = chain.sort((a, b) => b.length - a.length).slice(0, 8);
    const routes = longest.map((id) => route(id, "eu-north-1"));
    const policy = JSON.stringify(modelStatements({ account: ACCOUNT, region: "eu-north-1", routes }));
    expect(policy.length).toBeLessThan(8_500);
  });
});
