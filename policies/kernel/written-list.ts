import type { Subject } from "./subject";
import { UnknownValue } from "./unknown";
import type { Value } from "./value";

/**
 * The elements that a program gives a property which AWS fills in where it is left out (inline routes and rules).
 *
 * A stack analysis sees AWS's answers: left out, the list is unknown before deployment and refers to nothing. When it
 * does refer to something, an unknown element may have made the whole list unknown or absent.
 */
export function writtenList({ name, props, references }: Subject, property: string): Value[] {
  const list = props.at(property);
  const isReadable = list.isSet() && !list.isUnknown();
  if (!isReadable && references[property]?.length) throw new UnknownValue(`${property} of ${name}`);
  return isReadable ? list.list() : [];
}
