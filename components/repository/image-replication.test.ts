import * as pulumi from "@pulumi/pulumi";
import { declare } from "../testing/declared";
import { ImageReplication, type ImageReplicationArgs } from ".";

const args = (): ImageReplicationArgs => ({
  account: "123456789012",
  region: "us-east-1",
  destinationRegion: "us-west-2",
  repositoryUrls: ["api-repository-1a2b3c4", "team/worker"].map((name) =>
    pulumi.output(`123456789012.dkr.ecr.us-east-1.amazonaws.com/${name}`),
  ),
});

describe("ImageReplication", () => {
  it("copies the images of these repositories to the second region, and no others", async () => {
    const declared = await declare(() => {
      new ImageReplication("images", args());
    });

    const replication = declared.one("aws:ecr/replicationConfiguration:ReplicationConfiguration", "images");
    expect(replication.parentName).toBe("images");
    expect(replication.inputs).toEqual({
      replicationConfiguration: {
        rules: [
          {
            destinations: [{ region: "us-west-2", registryId: "123456789012" }],
            repositoryFilters: [
              { filter: "api-repository-1a2b3c4", filterType: "PREFIX_MATCH" },
              { filter: "team/worker", filterType: "PREFIX_MATCH" },
            ],
          },
        ],
      },
    });
  });

  it.each([
    [{ destinationRegion: "us-east-1" }, "destinationRegion must be another region than us-east-1"],
    [{ repositoryUrls: [] }, "repositoryUrls must name one at least"],
  ])("refuses %p", async (wrong, message) => {
    await declare(() => {
      expect(() => new ImageReplication("images", { ...args(), ...wrong })).toThrow(message);
    });
  });
});
