import * as iam from "@pulumi/aws/iam";
import * as kms from "@pulumi/aws/kms";
import { UNKNOWN_VALUE } from "@platform/simulator";
import { declare } from "../testing/declared";
import { policyDocument, servicePrincipalTrust } from ".";

describe("policyDocument", () => {
  it("writes the statements in their order, in IAM's own spelling", async () => {
    const declared = await declare(() => {
      const policy = policyDocument(
        { Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: "arn:aws:s3:::uploads/*" },
        {
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: ["arn:aws:s3:::uploads", "arn:aws:s3:::uploads/*"],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      );
      new iam.RolePolicy("read", { role: "api", policy });
    });

    expect(JSON.parse(declared.one("aws:iam/rolePolicy:RolePolicy").inputs.policy)).toEqual({
      Version: "2012-10-17",
      Statement: [
        { Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: "arn:aws:s3:::uploads/*" },
        {
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: ["arn:aws:s3:::uploads", "arn:aws:s3:::uploads/*"],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  const useOfNewKey = () => {
    const key = new kms.Key("data");
    const policy = policyDocument({ Effect: "Allow", Action: "kms:Decrypt", Resource: key.arn });
    new iam.RolePolicy("decrypt", { role: "api", policy });
  };

  it("takes ARNs that come to be known", async () => {
    const declared = await declare(useOfNewKey);
    const keyArn = declared.one("aws:kms/key:Key").outputs.arn;

    expect(JSON.parse(declared.one("aws:iam/rolePolicy:RolePolicy").inputs.policy).Statement[0].Resource).toBe(keyArn);
  });

  it("is unknown as a whole while one ARN in it is, and says on what it depends", async () => {
    const declared = await declare(useOfNewKey, "preview");
    const { inputs, propertyDependencies } = declared.one("aws:iam/rolePolicy:RolePolicy");

    expect(inputs.policy).toBe(UNKNOWN_VALUE);
    expect(propertyDependencies["policy"]).toEqual([declared.one("aws:kms/key:Key").urn]);
  });
});

describe("servicePrincipalTrust", () => {
  it("trusts one service, for one account only", async () => {
    const declared = await declare(() => {
      const assumeRolePolicy = servicePrincipalTrust("ecs-tasks.amazonaws.com", "123456789012");
      new iam.Role("api", { assumeRolePolicy });
    });

    expect(JSON.parse(declared.one("aws:iam/role:Role").inputs.assumeRolePolicy)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "ecs-tasks.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
        },
      ],
    });
  });
});
