import { declare } from "../testing/declared";
import { ServiceImage, type ServiceImageArgs } from ".";
import { contextDigest } from "./context-digest";

const repositoryUrl = "123456789012.dkr.ecr.us-east-1.amazonaws.com/app";
const args: ServiceImageArgs = { repositoryUrl, context: __dirname, platform: "linux/arm64" };

describe("ServiceImage", () => {
  it("builds the context for the platform and gives the image by digest", async () => {
    const declared = await declare(() => {
      new ServiceImage("api-image", { ...args, tag: "4f2c9d1", buildArgs: { VERSION: "1.2.3" } });
    });

    const image = declared.one("awsx:ecr:Image");
    expect(image.name).toBe("api-image");
    expect(image.parentName).toBe("api-image");
    expect(image.inputs).toEqual({
      repositoryUrl,
      context: __dirname,
      platform: "linux/arm64",
      imageTag: "4f2c9d1",
      args: { VERSION: "1.2.3" },
    });
    const { imageUri } = declared.one("platform:index:ServiceImage").outputs;
    expect(imageUri).toMatch(new RegExp(`^${repositoryUrl}@sha256:[0-9a-f]{64}$`));
  });

  it("takes a new tag for new content, because no tag of the repository may move", async () => {
    const declared = await declare(() => {
      new ServiceImage("api-image", args);
    });

    expect(declared.one("awsx:ecr:Image").inputs.imageTag).toBe(contextDigest(__dirname));
  });

  it("refuses a context that is no folder", async () => {
    await declare(() => {
      expect(() => new ServiceImage("api-image", { ...args, context: "no/such/folder" })).toThrow(
        'api-image: context must be a folder that exists, got "no/such/folder"',
      );
    });
  });
});
