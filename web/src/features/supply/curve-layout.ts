import type { Curve, SupplyPoint } from './points';

type Corner = { x: number; y: number };
export type CurveLayout = ReturnType<typeof layOut>;

export const frame = { width: 1152, height: 266, left: 52, right: 976, top: 46, bottom: 240 };

/** Where everything of the picture stands, in its own units; quantities upwards, instants to the right. */
export function layOut(point: SupplyPoint, curve: Curve, now: number) {
  const corners = curve.points.map(({ at, quantity, kind }) => ({ at: Date.parse(at), quantity, kind }));
  const start = corners[0]?.at ?? now - 2 * hour;
  const end = Math.max(corners.at(-1)?.at ?? 0, now + 6 * hour);
  const most = Math.max(
    1,
    point.maximum ?? 0,
    point.minimum ?? 0,
    point.reorderPoint ?? 0,
    ...corners.map(({ quantity }) => quantity),
  );
  const step = niceStep(most / 5);
  const top = Math.ceil((most * 1.02) / step) * step;
  const x = (at: number) => frame.left + ((at - start) / (end - start)) * (frame.right - frame.left);
  const y = (quantity: number) => frame.bottom - (quantity / top) * (frame.bottom - frame.top);
  const path = (kind: 'KNOWN' | 'PROJECTED') =>
    line(corners.filter((corner) => corner.kind === kind).map(({ at, quantity }) => ({ x: x(at), y: y(quantity) })));
  return {
    x,
    y,
    known: path('KNOWN'),
    projected: path('PROJECTED'),
    empty: emptySpans(corners.filter(({ kind }) => kind === 'PROJECTED')).map(({ from, to }) => ({
      from,
      to,
      // No end is known of what lasts to the end of the picture.
      isOpen: to === corners.at(-1)?.at,
      x1: x(from),
      x2: x(to),
    })),
    quantities: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step),
    hours: hoursBetween(start, end),
    arrivals: curve.arrivals
      .map(({ at, quantity, isCounted }) => ({ at: Date.parse(at), quantity, isCounted }))
      .filter(({ at }) => at >= start && at <= end),
    thresholds: spread(
      (['maximum', 'reorderPoint', 'minimum', 'safetyStock'] as const).flatMap((name) => {
        const value = point[name];
        return value === null || value === 0 ? [] : [{ name, value, y: y(value) }];
      }),
    ),
  };
}

const hour = 3_600_000;
const lineOfText = 16;

/** Names of lines that lie close stand apart by a line of text, those above keeping their places first. */
export function spread<Line extends { y: number }>(lines: Line[]): (Line & { textY: number })[] {
  const placed: (Line & { textY: number })[] = [];
  for (const line of lines.toSorted((one, other) => one.y - other.y)) {
    const above = placed.at(-1);
    placed.push({ ...line, textY: Math.max(line.y, (above?.textY ?? 0) + lineOfText) });
  }
  // Nothing is pushed below the picture: what does not fit moves up again, from the last.
  for (let index = placed.length - 1, lowest = frame.bottom; index >= 0; index--, lowest -= lineOfText) {
    const line = placed[index];
    if (line) line.textY = Math.min(line.textY, lowest);
  }
  return placed;
}

/** Which of the texts of this width, centred at these places, can be written without touching one written before. */
export function readable(texts: { x: number; width: number }[]): boolean[] {
  let end = Number.NEGATIVE_INFINITY;
  return texts.map(({ x, width }) => {
    const fits = x - width / 2 > end + 6;
    if (fits) end = x + width / 2;
    return fits;
  });
}

const line = (corners: Corner[]) =>
  corners.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** 1, 2 or 5 times a power of ten: steps that a reader counts in. */
export function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 0.001)));
  const step = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10;
  return step * power;
}

/** Spans in which the projection stands at zero. */
export function emptySpans(corners: { at: number; quantity: number }[]): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (const [index, corner] of corners.entries()) {
    const next = corners[index + 1];
    if (!next || corner.quantity > 0 || next.quantity > 0 || next.at === corner.at) continue;
    const last = spans.at(-1);
    if (last?.to === corner.at) last.to = next.at;
    else spans.push({ from: corner.at, to: next.at });
  }
  return spans;
}

function hoursBetween(start: number, end: number): number[] {
  const first = Math.ceil(start / hour) * hour;
  return Array.from({ length: Math.max(0, Math.floor((end - first) / hour) + 1) }, (_, index) => first + index * hour);
}
