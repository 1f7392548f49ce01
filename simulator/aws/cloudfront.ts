import { globalArn, type SimulatedRequest, type SimulatedResource, type Simulations, uuid } from "./simulation";

/** The Route 53 zone of every distribution: https://docs.aws.amazon.com/general/latest/gr/cf_region.html */
const HOSTED_ZONE_ID = "Z2FDTNDATAQYW2";

/** Policies are known by a UUID. */
function policy(request: SimulatedRequest): SimulatedResource {
  return { id: uuid(request), outputs: { name: request.inputs.name ?? request.autoname } };
}

export const cloudfront: Simulations = {
  "aws:cloudfront/cachePolicy:CachePolicy": policy,
  "aws:cloudfront/distribution:Distribution": (request) => {
    const id = `E${request.hex(13).toUpperCase()}`;
    return {
      id,
      outputs: {
        arn: globalArn(request, "cloudfront", `distribution/${id}`),
        domainName: `d${request.hex(13, "domain")}.cloudfront.net`,
        hostedZoneId: HOSTED_ZONE_ID,
      },
    };
  },
  "aws:cloudfront/function:Function": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return {
      id: name,
      outputs: { name, arn: globalArn(request, "cloudfront", `function/${name}`), status: "UNASSOCIATED" },
    };
  },
  "aws:cloudfront/originAccessIdentity:OriginAccessIdentity": (request) => {
    const id = `E${request.hex(13).toUpperCase()}`;
    return {
      id,
      outputs: {
        cloudfrontAccessIdentityPath: `origin-access-identity/cloudfront/${id}`,
        iamArn: `arn:${request.partition}:iam::cloudfront:user/CloudFront Origin Access Identity ${id}`,
      },
    };
  },
  "aws:cloudfront/originAccessControl:OriginAccessControl": (request) => ({
    id: `E${request.hex(13).toUpperCase()}`,
    outputs: { name: request.inputs.name ?? request.autoname },
  }),
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": policy,
  "aws:cloudfront/vpcOrigin:VpcOrigin": (request) => {
    const id = `vo_${request.hex(22)}`;
    return { id, outputs: { arn: globalArn(request, "cloudfront", `vpcorigin/${id}`) } };
  },
};
