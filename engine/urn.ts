// https://www.pulumi.com/docs/iac/concepts/resources/names/#urns: `urn:pulumi:<stack>::<project>::<types>::<name>`, the
// type behind those of its parents.

export const typeOf = (urn: string): string => urn.split("::")[2]?.split("$").at(-1) ?? "";

export const nameOf = (urn: string): string => urn.split("::").slice(3).join("::");

/** `aws:rds/instance:Instance database` */
export const labelOf = (urn: string): string => `${typeOf(urn)} ${nameOf(urn)}`;
