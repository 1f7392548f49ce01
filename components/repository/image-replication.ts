import * as ecr from "@pulumi/aws/ecr";
import * as pulumi from "@pulumi/pulumi";
import { mapPresent } from "../targeted-update";

export interface ImageReplicationArgs {
  /** Account id, 12 digits: the registry's. */
  account: string;
  /** Region of the registry. */
  region: string;
  /** The second region. */
  destinationRegion: string;
  /** Addresses of the repositories whose images are copied, and no others. */
  repositoryUrls: pulumi.Output<string>[];
}

/**
 * Copies every image that is pushed from now on to a second region, under the same names, so that tasks start there
 * when the first region answers no more. The copies lie in repositories that ECR makes, encrypted with AWS's own key
 * (https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html).
 *
 * Creates the replication settings of the registry: there is one set for each account and region, so one stack has it.
 * Costs the copies' storage, $0.10 per GB and month, and $0.02 per GB that crosses regions
 * (https://aws.amazon.com/ecr/pricing/).
 *
 * Throws when the second region is the first, or there is nothing to copy.
 */
export class ImageReplication extends pulumi.ComponentResource {
  constructor(name: string, args: ImageReplicationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:ImageReplication", name, {}, opts);
    const { account, region, destinationRegion, repositoryUrls } = args;
    if (destinationRegion === region)
      throw new Error(
        `ImageReplication ${name}: destinationRegion must be another region than ${region}, the registry's`,
      );
    if (repositoryUrls.length === 0) throw new Error(`ImageReplication ${name}: repositoryUrls must name one at least`);

    new ecr.ReplicationConfiguration(
      name,
      {
        replicationConfiguration: {
          rules: [
            {
              destinations: [{ region: destinationRegion, registryId: account }],
              repositoryFilters: repositoryUrls.map((url) => ({
                filter: mapPresent(url, repositoryName),
                filterType: "PREFIX_MATCH",
              })),
            },
          ],
        },
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}

/** What follows the registry in `<account>.dkr.ecr.<region>.amazonaws.com/<name>`. */
function repositoryName(url: string): string {
  return url.slice(url.indexOf("/") + 1);
}
