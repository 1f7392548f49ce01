import fc from "fast-check";
import { criticalPath, type Node } from "./critical-path";

/** A graph in which each node comes after some of those before it. */
const graphs: fc.Arbitrary<Node[]> = fc
  .array(fc.record({ seconds: fc.nat(1000), after: fc.array(fc.nat(20), { maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 20,
  })
  .map((rows) =>
    rows.map(({ seconds, after }, place) => ({
      name: `n${place}`,
      seconds,
      after: after.filter((earlier) => earlier < place).map((earlier) => `n${earlier}`),
    })),
  );

describe("the critical path", () => {
  it("is the longest chain", () => {
    const path = criticalPath([
      { name: "vpc", seconds: 30, after: [] },
      { name: "subnet", seconds: 8, after: ["vpc"] },
      { name: "database", seconds: 900, after: ["subnet", "key"] },
      { name: "key", seconds: 3, after: [] },
      { name: "cdn", seconds: 750, after: ["vpc"] },
    ]);
    expect(path).toEqual({ seconds: 938, chain: ["vpc", "subnet", "database"] });
  });

  it("is at least as long as every node and at most as long as all of them, and its chain adds up", () => {
    fc.assert(
      fc.property(graphs, (nodes) => {
        const { seconds, chain } = criticalPath(nodes);
        const secondsOf = (name: string): number => nodes.find((node) => node.name === name)?.seconds ?? NaN;
        expect(seconds).toBeGreaterThanOrEqual(Math.max(...nodes.map((node) => node.seconds)));
        expect(seconds).toBeLessThanOrEqual(nodes.reduce((sum, node) => sum + node.seconds, 0));
        expect(chain.reduce((sum, name) => sum + secondsOf(name), 0)).toBe(seconds);
      }),
    );
  });

  it("never grows when a node waits for less", () => {
    fc.assert(
      fc.property(graphs, (nodes) => {
        const eased = nodes.map((node) => ({ ...node, after: node.after.slice(1) }));
        expect(criticalPath(eased).seconds).toBeLessThanOrEqual(criticalPath(nodes).seconds);
      }),
    );
  });

  it("tells a circle", () => {
    const circle = [
      { name: "a", seconds: 1, after: ["b"] },
      { name: "b", seconds: 1, after: ["a"] },
    ];
    expect(() => criticalPath(circle)).toThrow("a waits for itself");
  });
});
