// Transformation matrices (ISO 32000-2, 8.3.4) and what they do to points and rectangles. Lengths are in pt.

export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];
export type Point = [x: number, y: number];
export type Rectangle = [left: number, bottom: number, right: number, top: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Returns the matrix that applies `first` and then `second`. */
export function multiply([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

export function transformPoint([x, y]: Point, [a, b, c, d, e, f]: Matrix): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Returns the corners of a rectangle after a transformation. */
export function transformCorners([left, bottom, right, top]: Rectangle, matrix: Matrix): Point[] {
  const corners: Point[] = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ];
  return corners.map((corner) => transformPoint(corner, matrix));
}

/** Returns the smallest upright rectangle around a transformed one. */
export function transformRectangle(rectangle: Rectangle, matrix: Matrix): Rectangle {
  const corners = transformCorners(rectangle, matrix);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Returns the area common to both. Where they have none, no point lies between the edges of the result. */
export function intersect([left, bottom, right, top]: Rectangle, [l, b, r, t]: Rectangle): Rectangle {
  return [Math.max(left, l), Math.max(bottom, b), Math.min(right, r), Math.min(top, t)];
}
