import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const MINIMUM_RSA_BITS = 2048;

export const acmKeyStrength: Rule = {
  id: "acm-key-strength",
  title: "Certificates have an RSA key of at least 2048 bits or an elliptic-curve key",
  severity: "high",
  controls: { fsbp: ["ACM.2"], nist: ["SC-13"] },
  why: "Shorter RSA keys can be broken with today's means, and browsers refuse them.",
  fix: 'Leave keyAlgorithm at its default "RSA_2048", or set it to "EC_prime256v1".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/acm-controls.html#acm-2",
  types: ["aws:acm/certificate:Certificate"],
  check({ props, violated }) {
    const algorithm = props.at("keyAlgorithm");
    const name = algorithm.string();
    if (name !== undefined && !isStrong(name))
      violated(algorithm, `RSA_${MINIMUM_RSA_BITS} or more, or an EC curve`, "a weaker or unknown algorithm");
  },
  cases: {
    resource: [
      good("provider's default left", { domainName: "example.com" }),
      good("RSA of 2048 bits", { keyAlgorithm: "RSA_2048" }),
      good("RSA of 4096 bits", { keyAlgorithm: "RSA_4096" }),
      good("elliptic curve", { keyAlgorithm: "EC_prime256v1" }),
      bad("RSA of 1024 bits", { keyAlgorithm: "RSA_1024" }, "keyAlgorithm"),
      bad("an unknown algorithm", { keyAlgorithm: "DSA_2048" }, "keyAlgorithm"),
      unknown("not known", { keyAlgorithm: UNKNOWN }, "keyAlgorithm"),
    ],
  },
};

function isStrong(algorithm: string): boolean {
  const bits = /^RSA_(\d+)$/i.exec(algorithm)?.[1];
  return bits === undefined ? /^EC_/i.test(algorithm) : Number(bits) >= MINIMUM_RSA_BITS;
}
