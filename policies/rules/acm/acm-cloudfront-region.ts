import { badStack, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLOUDFRONT_REGION, regionOf } from "../../kernel/region";

const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
const CERTIFICATE = "aws:acm/certificate:Certificate";
const VALIDATION = "aws:acm/certificateValidation:CertificateValidation";
// A validation hands the certificate's ARN on and lives in its region.
const CERTIFICATES = [CERTIFICATE, VALIDATION];

const arn = (region: string): string => `arn:aws:acm:${region}:123456789012:certificate/1`;
const distribution = (acmCertificateArn: unknown, refers?: string) => ({
  type: DISTRIBUTION,
  name: "cdn",
  props: { viewerCertificate: { acmCertificateArn } },
  ...(refers && { refers: { viewerCertificate: refers } }),
});
const certificate = (region: unknown, type = CERTIFICATE) => ({ type, name: "certificate", props: { region } });

export const acmCloudfrontRegion: Rule = {
  id: "acm-cloudfront-region",
  title: "Certificates of distributions are in us-east-1",
  severity: "high",
  controls: { nist: ["CM-2"] },
  why: "CloudFront takes certificates from that region only: the deployment fails when all else exists already.",
  fix: 'Set region to "us-east-1" on the aws.acm.Certificate and its CertificateValidation.',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html#https-requirements-aws-region",
  types: [DISTRIBUTION],
  checkStack({ subject, props, stack, each, violated }) {
    const certificateArn = props.at("viewerCertificate.acmCertificateArn");
    if (!certificateArn.isUnknown()) {
      const region = certificateArn.string()?.split(":")[3];
      if (region && region !== CLOUDFRONT_REGION)
        violated(certificateArn, `a certificate in ${CLOUDFRONT_REGION}`, "one in another region");
      return;
    }
    const sources = new Set(subject.references["viewerCertificate"]);
    const certificates = stack.ofTypes(CERTIFICATES).filter(({ urn }) => sources.has(urn));
    each(certificates, (source) => {
      if (regionOf(source) !== CLOUDFRONT_REGION)
        violated(certificateArn, `a certificate in ${CLOUDFRONT_REGION}`, "one in another region");
    });
    // Nothing of the stack: only the ARN itself will tell.
    if (certificates.length === 0) certificateArn.string();
  },
  cases: {
    stack: [
      goodStack("by its ARN", [distribution(arn("us-east-1"))]),
      goodStack("by reference", [certificate("us-east-1"), distribution(UNKNOWN, "certificate")]),
      goodStack("by reference to its validation", [
        certificate("us-east-1", VALIDATION),
        distribution(UNKNOWN, "certificate"),
      ]),
      goodStack("CloudFront's own certificate", [
        { type: DISTRIBUTION, name: "cdn", props: { viewerCertificate: { cloudfrontDefaultCertificate: true } } },
      ]),
      goodStack("a load balancer's certificate beside it", [certificate("eu-west-1"), distribution(arn("us-east-1"))]),
      badStack("elsewhere by its ARN", [distribution(arn("eu-west-1"))], "viewerCertificate.acmCertificateArn"),
      badStack(
        "elsewhere by reference",
        [certificate("eu-west-1"), distribution(UNKNOWN, "certificate")],
        "viewerCertificate.acmCertificateArn",
      ),
      badStack(
        "elsewhere by reference to its validation",
        [certificate("eu-west-1", VALIDATION), distribution(UNKNOWN, "certificate")],
        "viewerCertificate.acmCertificateArn",
      ),
      unknownStack("a certificate of another stack", [distribution(UNKNOWN)], "acmCertificateArn"),
      unknownStack(
        "a region that is not known",
        [certificate(UNKNOWN), distribution(UNKNOWN, "certificate")],
        "region",
      ),
    ],
  },
};
