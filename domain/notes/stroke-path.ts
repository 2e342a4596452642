import { getStroke } from 'perfect-freehand';
import type { Size } from './geometry.ts';
import type { InkColor, Stroke } from './note.ts';

export const inks: Record<InkColor, string> = {
  black: '#1a1a1c',
  red: '#d1001f',
  blue: '#0031d8',
  yellow: '#ffd400',
  green: '#52c17c',
  pink: '#ff7fb6',
};

/** What a stroke is drawn as, in points of its page: a pen as the outline of its ink, a marker as the line that it follows. */
export function strokePath(stroke: Stroke, size: Size): string {
  const points: [number, number, number][] = [];
  for (let at = 0; at + 2 < stroke.points.length; at += 3)
    points.push([stroke.points[at]! * size.width, stroke.points[at + 1]! * size.height, stroke.points[at + 2]!]);
  if (stroke.kind === 'marker') return linePath(points);
  const outline = getStroke(points, {
    size: stroke.width * size.width,
    thinning: 0.5,
    smoothing: 0.5,
    streamline: 0.3,
    simulatePressure: false,
  });
  return outlinePath(outline);
}

function linePath(points: readonly (readonly number[])[]): string {
  const [first, ...others] = points.map(([x, y]) => `${fixed(x!)} ${fixed(y!)}`);
  // a tap is a dot
  return others.length === 0 ? `M${first}h0.01` : `M${first}L${others.join('L')}`;
}

/** Through the middles of the outline's sides, so that it has no corners. */
function outlinePath(points: readonly (readonly number[])[]): string {
  if (points.length < 3) return '';
  const middle = (one: readonly number[], other: readonly number[]) =>
    `${fixed((one[0]! + other[0]!) / 2)} ${fixed((one[1]! + other[1]!) / 2)}`;
  const curves = points.map((point, index) => {
    const next = points[(index + 1) % points.length]!;
    return `Q${fixed(point[0]!)} ${fixed(point[1]!)} ${middle(point, next)}`;
  });
  return `M${middle(points.at(-1)!, points[0]!)}${curves.join('')}Z`;
}

const fixed = (value: number) => value.toFixed(2);
