import { useEffect } from 'react';

const every = 2_000;

/** Sounds every two seconds while `on`. A browser that nobody touched may keep silent: the screen says it in words, too. */
export function useSiren(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const siren = new Audio('/siren.wav');
    const sound = () => void siren.play().catch(() => undefined);
    sound();
    const timer = setInterval(sound, every);
    return () => clearInterval(timer);
  }, [on]);
}
