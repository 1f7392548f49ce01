import { CacheEngine } from ".";
import { parameterGroupFamily } from "./cache-engine";

describe("parameterGroupFamily", () => {
  it.each([
    [CacheEngine.Valkey, "7.2", "valkey7"],
    [CacheEngine.Valkey, "8.0", "valkey8"],
    [CacheEngine.Redis, "6.2", "redis6.x"],
    [CacheEngine.Redis, "7.0", "redis7"],
    [CacheEngine.Redis, "7.1", "redis7"],
  ])("is for %s %s %s", (engine, version, family) => {
    expect(parameterGroupFamily(engine, version)).toBe(family);
  });

  it.each([
    [CacheEngine.Valkey, "7.1", 'engineVersion must be major.minor, 7.2 or later for valkey, got "7.1"'],
    [CacheEngine.Valkey, "8", 'engineVersion must be major.minor, 7.2 or later for valkey, got "8"'],
    [CacheEngine.Redis, "6.0", 'engineVersion must be major.minor, 6.2 or later for redis, got "6.0"'],
    [CacheEngine.Redis, "5.0", 'engineVersion must be major.minor, 6.2 or later for redis, got "5.0"'],
  ])("refuses %s %s", (engine, version, message) => {
    expect(() => parameterGroupFamily(engine, version)).toThrow(message);
  });
});
