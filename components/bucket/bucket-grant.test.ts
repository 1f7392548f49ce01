import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../iam";
import { BucketAccess, bucketGrant, bucketWriteGrant } from ".";

const bucketArn = "arn:aws:s3:::pm-prod-uploads";
const keyArn = "arn:aws:kms:us-east-1:123456789012:key/data";

const ofThisBucket = {
  StringLike: { "kms:ViaService": "s3.*.amazonaws.com" },
  ArnLike: { "kms:EncryptionContext:aws:s3:arn": [bucketArn, `${bucketArn}/*`] },
};

async function granted(access: BucketAccess): Promise<unknown> {
  const document = policyDocument(...bucketGrant(access, pulumi.output(bucketArn), keyArn));
  return JSON.parse(await new Promise<string>((resolve) => document.apply(resolve))).Statement;
}

describe("bucketGrant", () => {
  it("lets a reader list, get and decrypt, in this bucket and with this key", async () => {
    expect(await granted("read")).toEqual([
      { Effect: "Allow", Action: "s3:ListBucket", Resource: bucketArn },
      { Effect: "Allow", Action: ["s3:GetObject"], Resource: `${bucketArn}/*` },
      { Effect: "Allow", Action: ["kms:Decrypt"], Resource: keyArn, Condition: ofThisBucket },
    ]);
  });

  it("lets a writer put and delete as well, and nothing more", async () => {
    expect(await granted("readWrite")).toEqual([
      { Effect: "Allow", Action: "s3:ListBucket", Resource: bucketArn },
      { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], Resource: `${bucketArn}/*` },
      { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: keyArn, Condition: ofThisBucket },
    ]);
  });
});

describe("bucketWriteGrant", () => {
  it("lets a role put objects below one prefix, under the bucket's key, and read nothing", () => {
    const [objects, key] = bucketWriteGrant("arn:aws:s3:::backups", "database/", "arn:aws:kms:us-east-1:1:key/1");

    expect(objects?.Action).toBe("s3:PutObject");
    expect(key).toMatchObject({
      Action: ["kms:GenerateDataKey", "kms:Decrypt"],
      Resource: "arn:aws:kms:us-east-1:1:key/1",
      Condition: { StringLike: { "kms:ViaService": "s3.*.amazonaws.com" } },
    });
  });
});
