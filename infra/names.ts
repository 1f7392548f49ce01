/**
 * Physical names that other documents must mention. They are fixed, so that a policy document that names them is known
 * before the first deployment; everything else keeps the name that Pulumi generates.
 */
export interface Names {
  /** `pm-prod`: what every name begins with. */
  prefix: string;
  /** A bucket's name, unique in the world by the account's number. */
  bucket(role: string): string;
  /** The name of a bucket's copy in another region. */
  replicaBucket(role: string): string;
  /** A secret's path in Secrets Manager; live and sandbox keys lie under paths of their own. */
  secret(name: string, mode?: "live" | "sandbox"): string;
  /** A log group's name. */
  logGroup(role: string): string;
  /** The identifier of a database or cache. */
  identifier(role: string): string;
  /** A key's alias, without `alias/`. */
  keyAlias(role: string): string;
}

/** What the names of a stack are made of. */
export interface NameParts {
  application: string;
  stack: string;
  account: string;
}

/** The logical name of what a stack file calls in capitals: `SECRET_KEY` → `secret-key`. */
export const logicalName = (name: string): string => name.toLowerCase().replaceAll("_", "-");

export function namesOf({ application, stack, account }: NameParts): Names {
  // A stack of an example is called after its application already.
  const prefix = stack.startsWith(`${application}-`) ? stack : `${application}-${stack}`;
  return {
    prefix,
    bucket: (role) => `${prefix}-${role}-${account}`,
    replicaBucket: (role) => `${prefix}-${role}-replica-${account}`,
    secret: (name, mode) => [prefix, ...(mode ? [mode] : []), logicalName(name)].join("/"),
    logGroup: (role) => `/${prefix}/${role}`,
    identifier: (role) => `${prefix}-${role}`,
    keyAlias: (role) => `${prefix}/${role}`,
  };
}
