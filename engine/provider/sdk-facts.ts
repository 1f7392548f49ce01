import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** What the installed SDK says of a resource type. */
export interface SdkFacts {
  /** Inputs that the type takes. */
  inputs: ReadonlySet<string>;
  /** Inputs without which the SDK makes no resource. */
  required: ReadonlySet<string>;
  /** What only AWS gives. */
  computed: ReadonlySet<string>;
}

const known = new Map<string, SdkFacts>();

/** Whether the type comes from a package whose SDK tells of it; dynamic resources are the program's own. */
export const hasSdk = (type: string): boolean => /^(aws|random):/.test(type);

/**
 * Reads them from the constructor in the SDK's JavaScript, which is generated from the real provider's schema:
 * `resourceInputs["bucket"] = args?.bucket` is an input, `resourceInputs["arn"] = undefined` is computed.
 */
export function sdkFacts(type: string): SdkFacts {
  const facts = known.get(type) ?? readFacts(type);
  known.set(type, facts);
  return facts;
}

function readFacts(type: string): SdkFacts {
  const [pkg = "", module = ""] = type.split(":");
  const root = path.dirname(createRequire(__filename).resolve(`@pulumi/${pkg}/package.json`));
  // `index` is the package itself.
  const source = readFileSync(path.join(root, `${module.replace(/^index\//, "")}.js`), "utf8");
  const matches = (pattern: RegExp): Set<string> =>
    new Set([...source.matchAll(pattern)].map(([, name]) => name ?? ""));
  return {
    inputs: matches(/resourceInputs\["(\w+)"\] = .*\bargs\?\.\w+/g),
    required: matches(/if \(args\?\.(\w+) === undefined && !opts\.urn\)/g),
    computed: matches(/resourceInputs\["(\w+)"\] = undefined \/\*out\*\//g),
  };
}
