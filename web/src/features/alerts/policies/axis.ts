/** A round step for an axis of so many minutes: at most about eight marks. */
export function stepFor(minutes: number): number {
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 10_080];
  return steps.find((step) => minutes / step <= 8) ?? 20_160;
}

/** The marks of an axis from 0 to its end, and the end a little after the last thing drawn on it. */
export function axisFor(last: number): { end: number; marks: number[] } {
  const step = stepFor(Math.max(last, 5));
  const end = Math.max(Math.ceil((last * 1.04) / step) * step, step);
  return { end, marks: Array.from({ length: Math.round(end / step) + 1 }, (_, index) => index * step) };
}

/**
 * Where columns of one width stand so that none lies on another and each is as near to its own place as can be: from the left, then
 * pushed back from the right end. Places and results are shares of the whole, from 0 to 1.
 */
export function apart(places: number[], width: number): number[] {
  const put = places.map((place) => place);
  for (let index = 0; index < put.length; index++) {
    const least = index === 0 ? width / 2 : (put[index - 1] ?? 0) + width;
    put[index] = Math.max(put[index] ?? 0, least);
  }
  for (let index = put.length - 1, most = 1 - width / 2; index >= 0; index--, most -= width)
    put[index] = Math.min(put[index] ?? 0, most);
  return put;
}
