import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const control = (props: object = {}) => ({ signingBehavior: "always", signingProtocol: "sigv4", ...props });

export const cfOacAlwaysSign: Rule = {
  id: "cf-oac-always-sign",
  title: "Origin access controls sign every request",
  severity: "medium",
  controls: { nist: ["AC-3"] },
  why: "With no-override a viewer's own Authorization header takes the place of CloudFront's signature, with never nothing does.",
  fix: 'Set signingBehavior to "always" and signingProtocol to "sigv4".',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
  types: ["aws:cloudfront/originAccessControl:OriginAccessControl"],
  check({ props, each, violated }) {
    each(Object.entries(control()), ([property, expected]) => {
      const value = props.at(property);
      if (value.string() !== expected) violated(value, expected, value.isSet() ? "another value" : "nothing", property);
    });
  },
  remedy({ props, each, set }) {
    each(Object.entries(control()), ([property, expected]) => {
      const value = props.at(property);
      if (value.string() !== expected) set(value, expected);
    });
  },
  cases: {
    resource: [
      good("always", control()),
      bad("never", control({ signingBehavior: "never" }), "signingBehavior"),
      bad("unless the viewer does", control({ signingBehavior: "no-override" }), "signingBehavior"),
      bad("another protocol", control({ signingProtocol: "sigv2" }), "signingProtocol"),
      bad("nothing said", control({ signingProtocol: undefined }), "signingProtocol"),
      bad("neither", {}, ["signingBehavior", "signingProtocol"]),
      unknown("not known", control({ signingBehavior: UNKNOWN }), "signingBehavior"),
    ],
  },
};
