import type { Subject } from "./subject";

/**
 * Whether a program gives a property that AWS fills in where it is left out. A stack analysis sees AWS's answers: left
 * out, the property is unknown before deployment and refers to nothing.
 */
export function isWritten({ props, references }: Subject, property: string): boolean {
  const value = props.at(property);
  return value.isSet() && (!value.isUnknown() || Boolean(references[property]?.length));
}
