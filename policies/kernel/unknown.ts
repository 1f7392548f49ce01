// The sentinels by which @pulumi/policy 1.21 (proxy.js) marks values that are known only after deployment; and what
// `pulumi policy analyze --file` has in the place of secrets that it cannot decrypt, whatever their type.
export const SENTINELS: ReadonlySet<unknown> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
  "[secret]",
]);

/** An unknown value as cases and tests write it. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export const isUnknown = (value: unknown): boolean => SENTINELS.has(value);

/** A check needs a value that only deployment will tell; the kernel turns this into *undetermined*. */
export class UnknownValue extends Error {
  constructor(readonly path: string) {
    super(`${path} is not known yet`);
    this.name = "UnknownValue";
  }
}

/** A check needs a document, and the property holds none; the kernel turns this into a violation. */
export class MalformedDocument extends Error {
  constructor(readonly path: string) {
    super(`${path} is not valid JSON`);
    this.name = "MalformedDocument";
  }
}
