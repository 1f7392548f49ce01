/** A dashboard is a grid of this many columns. */
export const COLUMNS = 24;

export interface Size {
  width: number;
  height: number;
}

export interface Place extends Size {
  x: number;
  y: number;
}

/** Places boxes as a text places words: from left to right, and on a new row when one no longer fits. */
export function placed(sizes: readonly Size[]): Place[] {
  let [x, y, rowHeight] = [0, 0, 0];
  return sizes.map(({ width, height }) => {
    if (x + width > COLUMNS) {
      y += rowHeight;
      [x, rowHeight] = [0, 0];
    }
    const place = { x, y, width, height };
    x += width;
    rowHeight = Math.max(rowHeight, height);
    return place;
  });
}
