import { useState } from 'react';

/** A long list is drawn a page at a time: hundreds of rows at once keep an old tablet busy for seconds. */
const page = 50;

/** So much of a list as was asked to be in sight, at first `few`. */
export function usePages<T>(list: T[], few = page) {
  const [count, setCount] = useState(few);
  return { shown: list.slice(0, count), more: () => setCount((before) => before + page) };
}
