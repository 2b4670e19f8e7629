import { useEffect } from 'react';

const every = 2_000;

/** Sounds twice every two seconds while `on`. A browser that nobody touched may stay silent: the screen says it in words, too. */
export function useSiren(on: boolean): void {
  useEffect(() => {
    if (!on || typeof AudioContext === 'undefined') return;
    const audio = new AudioContext();
    const sound = () => {
      for (const [after, pitch] of [
        [0, 880],
        [0.25, 660],
      ] as const) {
        const tone = audio.createOscillator();
        const volume = audio.createGain();
        tone.frequency.value = pitch;
        volume.gain.setValueAtTime(0.25, audio.currentTime + after);
        volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + after + 0.22);
        tone.connect(volume).connect(audio.destination);
        tone.start(audio.currentTime + after);
        tone.stop(audio.currentTime + after + 0.25);
      }
    };
    sound();
    const timer = setInterval(sound, every);
    return () => {
      clearInterval(timer);
      void audio.close();
    };
  }, [on]);
}
