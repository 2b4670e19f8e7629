type Sample = { base: number; fine: boolean };

/**
 * The server's clock, in milliseconds since 1970, learned from every instant the server says. It stands on the
 * monotonic clock, so that somebody who sets the device's clock moves no countdown.
 */
export function createClock(monotonic: () => number, wall: () => number) {
  let samples: Sample[] = [];
  let base = wall() - monotonic();
  return {
    now: (): number => monotonic() + base,
    /** How far the device's own clock is behind the server's. */
    offset: (): number => monotonic() + base - wall(),
    /** `coarse` is an HTTP date, cut to the second; any finer instant makes it worthless. */
    hear(serverInstant: number, precision: 'fine' | 'coarse' = 'fine') {
      const fine = precision === 'fine';
      if (!fine && samples.some((sample) => sample.fine)) return;
      if (fine) samples = samples.filter((sample) => sample.fine);
      samples = [...samples, { base: serverInstant + (fine ? 0 : 500) - monotonic(), fine }].slice(-12);
      // A delay on the way only ever makes the server look behind: the largest sample is the nearest to the truth.
      base = Math.max(...samples.map((sample) => sample.base));
    },
  };
}

export const clock = createClock(
  () => performance.now(),
  () => Date.now(),
);
