import { isUnknown, MalformedDocument, UnknownValue } from "./unknown";

/**
 * One place in a resource's properties, read with three outcomes: a value, nothing, or not known yet.
 *
 * Reading an unknown throws {@link UnknownValue}, which ends the check of this resource (or list element) alone.
 * Booleans and numbers are accepted as strings, an object as a list of one, a list of one as its element: providers
 * differ, and rules should not. A value of an unexpected type reads as absent, never as a crash.
 */
export class Value {
  constructor(
    private readonly raw: unknown,
    readonly path: string,
  ) {}

  /** The place at a dotted path below this one. */
  at(path: string): Value {
    return path.split(".").reduce<Value>((value, key) => value.child(key), this);
  }

  /** Whether the program sets it; an unknown value is set. */
  isSet(): boolean {
    return this.raw !== undefined && this.raw !== null;
  }

  /** Whether it is set but known only after deployment. */
  isUnknown(): boolean {
    return isUnknown(this.raw);
  }

  isTrue(): boolean {
    const value = this.known();
    return value === true || value === "true";
  }

  isFalse(): boolean {
    const value = this.known();
    return value === false || value === "false";
  }

  /** The text; numbers and booleans as text, anything else as absent. */
  string(): string | undefined {
    const value = this.known();
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : undefined;
  }

  number(): number | undefined {
    const value = this.known();
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) ? number : undefined;
  }

  /** The elements; a single value is a list of one, absent is empty. */
  list(): Value[] {
    const value = this.known();
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) return [this];
    return value.map((element, index) => new Value(element, `${this.path}[${index}]`));
  }

  /** The texts of the elements that are texts. */
  strings(): string[] {
    return this.list().flatMap((element) => element.string() ?? []);
  }

  /** The members of an object, by key; anything else has none. */
  entries(): [string, Value][] {
    const value = this.known();
    return isRecord(value) ? Object.keys(value).map((key) => [key, this.child(key)]) : [];
  }

  /** The document that JSON text holds; a document given as an object is taken as it is. */
  json(): Value {
    const value = this.known();
    if (typeof value !== "string") return this;
    try {
      return new Value(JSON.parse(value), this.path);
    } catch {
      throw new MalformedDocument(this.path);
    }
  }

  private child(key: string): Value {
    const path = this.path ? `${this.path}.${key}` : key;
    const value = this.known();
    const container = Array.isArray(value) && value.length === 1 ? value[0] : value;
    if (isUnknown(container)) throw new UnknownValue(this.path);
    return new Value(isRecord(container) && Object.hasOwn(container, key) ? container[key] : undefined, path);
  }

  private known(): unknown {
    if (isUnknown(this.raw)) throw new UnknownValue(this.path);
    return this.raw;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
