import * as fc from "fast-check";
import { routePriorities, testPriorities } from "./route-priority";

const path = fc.string({ minLength: 1, maxLength: 120 }).map((text) => `/${text}`);
const services = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,15}$/),
  fc.record({ paths: fc.array(path, { minLength: 1, maxLength: 5 }) }),
  {
    maxKeys: 40,
  },
);

describe("routePriorities", () => {
  it("gives every service a priority of its own that AWS accepts", () => {
    fc.assert(
      fc.property(services, (given) => {
        const priorities = Object.values(routePriorities(given));
        expect(new Set(priorities).size).toBe(Object.keys(given).length);
        priorities.forEach((priority) => {
          expect(priority).toBeGreaterThanOrEqual(1);
          expect(priority).toBeLessThanOrEqual(50_000);
        });
      }),
    );
  });

  it("asks the service with the longer path first", () => {
    const { web, api, admin } = routePriorities({
      web: { paths: ["/*"] },
      api: { paths: ["/api/*"] },
      admin: { paths: ["/api/admin/*"] },
    });
    expect(admin).toBeLessThan(api as number);
    expect(api).toBeLessThan(web as number);
  });

  it("moves no service when one is added", () => {
    const before = { web: { paths: ["/*"] }, api: { paths: ["/api/*"] } };
    expect(routePriorities({ ...before, docs: { paths: ["/docs/*"] } })).toMatchObject(routePriorities(before));
  });
});

describe("testPriorities", () => {
  it("come before every other rule, in the same order, each once", () => {
    fc.assert(
      fc.property(services, (given) => {
        const priorities = routePriorities(given);
        const tests = testPriorities(priorities);
        const least = Math.min(...Object.values(priorities));
        const inOrder = Object.keys(priorities).sort((a, b) => (priorities[a] ?? 0) - (priorities[b] ?? 0));
        inOrder.forEach((name, index) => {
          expect(tests[name]).toBeGreaterThan(tests[inOrder[index - 1] ?? ""] ?? 0);
          expect(tests[name]).toBeLessThan(least);
        });
      }),
    );
  });
});
