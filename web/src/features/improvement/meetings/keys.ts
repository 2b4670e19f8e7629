import { useEffect, useEffectEvent } from 'react';

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys of a whole page: not while somebody writes, nor under a dialog. A key that was used says so by `true`. */
export function useKeys(onKey: (key: string) => boolean): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (isWriting(event.target)) {
      if (event.key === 'Escape') (event.target as HTMLElement).blur();
      return;
    }
    if (onKey(event.key.length === 1 ? event.key.toLowerCase() : event.key)) event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

/** Up and down in a list that stays as long as it is: which row is chosen. */
export const stepIn = (key: string, at: number, count: number): number =>
  key === 'ArrowDown' ? Math.min(at + 1, count - 1) : key === 'ArrowUp' ? Math.max(at - 1, 0) : at;
