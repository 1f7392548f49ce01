import type { input } from "@pulumi/aws/types";
import type * as pulumi from "@pulumi/pulumi";

type Behaviour = input.cloudfront.DistributionDefaultCacheBehavior;

/** What CloudFront needs of every behaviour, whichever path it is for. */
export interface BehaviourTarget {
  originId: string;
  responseHeadersPolicyId: pulumi.Input<string>;
}

// AWS's own policies have the same ids in every account:
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
const ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";

/**
 * Passes everything on and keeps nothing: pages, APIs and WebSockets. All headers go to the origin, `Host` and those
 * of a WebSocket's handshake included. CloudFront compresses only what it may keep
 * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html), so these answers
 * are compressed by the application.
 */
export function dynamicBehaviour({ originId, responseHeadersPolicyId }: BehaviourTarget): Behaviour {
  return {
    targetOriginId: originId,
    viewerProtocolPolicy: "redirect-to-https",
    allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
    cachedMethods: ["GET", "HEAD"],
    cachePolicyId: CACHING_DISABLED,
    originRequestPolicyId: ALL_VIEWER,
    responseHeadersPolicyId,
  };
}

/** Keeps answers at the edge as its cache policy says; accepts reading only. */
export function staticBehaviour(
  { originId, responseHeadersPolicyId }: BehaviourTarget,
  cachePolicyId: pulumi.Input<string>,
): Behaviour {
  return {
    targetOriginId: originId,
    viewerProtocolPolicy: "redirect-to-https",
    allowedMethods: ["GET", "HEAD", "OPTIONS"],
    cachedMethods: ["GET", "HEAD"],
    cachePolicyId,
    responseHeadersPolicyId,
    compress: true,
  };
}

/** A static behaviour that turns the path into the key of an object before it looks for it. */
export function siteBehaviour(
  target: BehaviourTarget,
  cachePolicyId: pulumi.Input<string>,
  functionArn: pulumi.Input<string>,
): Behaviour {
  return {
    ...staticBehaviour(target, cachePolicyId),
    functionAssociations: [{ eventType: "viewer-request", functionArn }],
  };
}
