import fc from "fast-check";
import { COLUMNS, type Place, placed } from "./layout";

const size = fc.record({ width: fc.integer({ min: 1, max: COLUMNS }), height: fc.integer({ min: 1, max: 20 }) });

const overlap = (a: Place, b: Place) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe("placed", () => {
  it("keeps every box whole, inside the columns and off the others", () => {
    fc.assert(
      fc.property(fc.array(size, { maxLength: 40 }), (sizes) => {
        const places = placed(sizes);
        expect(places.map(({ width, height }) => ({ width, height }))).toEqual(sizes);
        for (const [index, place] of places.entries()) {
          expect(place.x).toBeGreaterThanOrEqual(0);
          expect(place.x + place.width).toBeLessThanOrEqual(COLUMNS);
          for (const other of places.slice(index + 1)) expect(overlap(place, other)).toBe(false);
        }
      }),
    );
  });

  it("reads in the given order: rightwards, and downwards only when a row is full", () => {
    fc.assert(
      fc.property(fc.array(size, { minLength: 2, maxLength: 40 }), (sizes) => {
        const places = placed(sizes);
        for (const [index, place] of places.entries()) {
          const before = places[index - 1];
          if (!before) continue;
          const fits = before.x + before.width + place.width <= COLUMNS;
          expect(place.y === before.y).toBe(fits);
          expect(place.x).toBe(fits ? before.x + before.width : 0);
        }
      }),
    );
  });

  it("puts three graphs on a row below a box over the whole width", () => {
    const graph = { width: 8, height: 6 };
    expect(placed([{ width: 24, height: 3 }, graph, graph, graph, graph])).toEqual([
      { x: 0, y: 0, width: 24, height: 3 },
      { x: 0, y: 3, ...graph },
      { x: 8, y: 3, ...graph },
      { x: 16, y: 3, ...graph },
      { x: 0, y: 9, ...graph },
    ]);
  });
});
