import type * as pulumi from "@pulumi/pulumi";
import type { EventNotice } from "./event-notice";

export interface RepositoryNoticesArgs {
  repositoryArns: pulumi.Input<string>[];
}

const SOME = [{ numeric: [">", 0] }];

/**
 * What ECR's scan of a pushed image found, where it is high or critical
 * (https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-eventbridge.html).
 */
export function repositoryNotices({ repositoryArns }: RepositoryNoticesArgs): EventNotice[] {
  return [
    {
      name: "vulnerable-image",
      description: "The scan of an image found high or critical vulnerabilities",
      pattern: {
        source: ["aws.ecr"],
        "detail-type": ["ECR Image Scan"],
        resources: repositoryArns,
        detail: {
          "scan-status": ["COMPLETE"],
          $or: [{ "finding-severity-counts": { CRITICAL: SOME } }, { "finding-severity-counts": { HIGH: SOME } }],
        },
      },
      parts: { repository: "$.detail.repository-name", image: "$.detail.image-digest" },
      message: "The image <image> in <repository> has high or critical vulnerabilities.",
      runbook: "vulnerable-image",
    },
  ];
}
