import { useState } from 'react';

const kept = 5;

/** The places where this person raised last, newest first, remembered by this device. */
export function useLastPlaces(personId: string): [string[], (placeId: string) => void] {
  const key = `places:${personId}`;
  const [places, setPlaces] = useState<string[]>(() => {
    try {
      const read: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      return Array.isArray(read) ? read.filter((id) => typeof id === 'string') : [];
    } catch {
      return [];
    }
  });
  const remember = (placeId: string) => {
    const next = [placeId, ...places.filter((id) => id !== placeId)].slice(0, kept);
    localStorage.setItem(key, JSON.stringify(next));
    setPlaces(next);
  };
  return [places, remember];
}
