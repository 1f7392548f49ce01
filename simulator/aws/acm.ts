import { arn, stableHex, type Simulations, uuid } from "./simulation";

/** ACM asks one account for the same record whatever the region, and for a wildcard the same as for its parent. */
function validationOption(domainName: string, account: string): { [key: string]: string } {
  const proven = domainName.replace(/^\*\./, "");
  return {
    domainName,
    resourceRecordName: `_${stableHex(`${account}/${proven}`, 32)}.${proven}.`,
    resourceRecordType: "CNAME",
    resourceRecordValue: `_${stableHex(`${account}/${proven}/value`, 32)}.acm-validations.aws.`,
  };
}

export const acm: Simulations = {
  "aws:acm/certificate:Certificate": (request) => {
    const certificateArn = arn(request, "acm", `certificate/${uuid(request)}`);
    const names: string[] = [request.inputs.domainName, ...(request.inputs.subjectAlternativeNames ?? [])];
    const options = [...new Set(names)].map((domainName) => validationOption(domainName, request.account));
    return { id: certificateArn, outputs: { arn: certificateArn, domainValidationOptions: options } };
  },
  "aws:acm/certificateValidation:CertificateValidation": (request) => ({
    id: "2026-01-01 00:00:00 +0000 UTC",
    outputs: { certificateArn: request.inputs.certificateArn },
  }),
};
