import type { Size } from './geometry.ts';
import type { Stroke } from './note.ts';

/** True where a stroke passes within `radius` (points) of a point of the page, given in parts of it. */
export function isTouched(stroke: Stroke, at: { x: number; y: number }, size: Size, radius: number): boolean {
  const { points } = stroke;
  const [x, y] = [at.x * size.width, at.y * size.height];
  const limit = radius + (stroke.width * size.width) / 2;
  const pointAt = (index: number) => [points[index]! * size.width, points[index + 1]! * size.height] as const;
  for (let index = 0; index + 2 < points.length; index += 3) {
    const from = pointAt(index);
    const to = index + 5 < points.length ? pointAt(index + 3) : from;
    if (distance(x, y, from, to) <= limit) return true;
  }
  return false;
}

/** From a point to a segment. */
function distance(x: number, y: number, [x0, y0]: readonly number[], [x1, y1]: readonly number[]): number {
  const [dx, dy] = [x1! - x0!, y1! - y0!];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0!) * dx + (y - y0!) * dy) / length));
  return Math.hypot(x - x0! - part * dx, y - y0! - part * dy);
}
