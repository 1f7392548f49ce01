import { arn, type Simulations } from "./simulation";

export const sesv2: Simulations = {
  "aws:sesv2/emailIdentity:EmailIdentity": (request) => {
    const identity: string = request.inputs.emailIdentity;
    const { nextSigningKeyLength = "RSA_1024_BIT" } = request.inputs.dkimSigningAttributes ?? {};
    return {
      id: identity,
      outputs: {
        arn: arn(request, "ses", `identity/${identity}`),
        identityType: identity.includes("@") ? "EMAIL_ADDRESS" : "DOMAIN",
        verifiedForSendingStatus: true,
        dkimSigningAttributes: {
          ...request.inputs.dkimSigningAttributes,
          currentSigningKeyLength: nextSigningKeyLength,
          signingAttributesOrigin: "AWS_SES",
          status: "SUCCESS",
          tokens: ["first", "second", "third"].map((which) => request.hex(32, which)),
        },
      },
    };
  },
  "aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes": ({ inputs }) => ({
    id: inputs.emailIdentity,
    outputs: {},
  }),
  "aws:sesv2/configurationSet:ConfigurationSet": (request) => {
    const name: string = request.inputs.configurationSetName;
    return { id: name, outputs: { arn: arn(request, "ses", `configuration-set/${name}`) } };
  },
  "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination": ({ inputs }) => ({
    id: `${inputs.configurationSetName}|${inputs.eventDestinationName}`,
    outputs: {},
  }),
};
