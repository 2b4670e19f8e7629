/** A round step for an axis of so many minutes: at most about eight marks. */
export function stepFor(minutes: number): number {
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 10_080];
  return steps.find((step) => minutes / step <= 8) ?? 20_160;
}

/** The marks of an axis from 0 to its end, and the end a little after the last thing drawn on it. */
export function axisFor(last: number): { end: number; marks: number[] } {
  const step = stepFor(Math.max(last, 5));
  // What is all at the beginning stands on an axis all the same.
  const end = last > 0 ? Math.max(Math.ceil((last * 1.04) / step) * step, step) : 5 * step;
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

/** Which of the places, rising, can bear a word that needs so much room: each that is far enough from the last that does. */
export function spaced(places: number[], room: number): Set<number> {
  const bearing = new Set<number>();
  let last = Number.NEGATIVE_INFINITY;
  for (const [index, place] of places.entries())
    if (place - last >= room) {
      bearing.add(index);
      last = place;
    }
  return bearing;
}
