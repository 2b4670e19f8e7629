/** Line drawings on 24 × 24; a filled one says so. */
const strokes = {
  check: 'M4.5 12.8l5 5L19.5 6.600',
  right: 'M9 5l7 7-7 7',
  left: 'M15 5l-7 7 7 7',
  out: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  off: 'M3 3l18 18M5 12.5a10 10 0 0 1 4-2.400M12.700 9.600a10 10 0 0 1 6.300 2.900M8.500 16a5 5 0 0 1 6.500-.4M2 9a15 15 0 0 1 4.300-2.700M10 5.200A15 15 0 0 1 22 9M12 19.500v.1',
};
const fills = {
  bell: 'M12 2.200a1.600 1.600 0 0 0-1.600 1.600v.5A6.300 6.300 0 0 0 5.700 10.400v4.200L3.800 17.500c-.4.700 0 1.500.8 1.500h14.800c.8 0 1.200-.8.8-1.500l-1.900-2.900v-4.200a6.300 6.300 0 0 0-4.700-6.100v-.5A1.600 1.600 0 0 0 12 2.200zM9.500 20.300a2.600 2.600 0 0 0 5 0z',
  pause: 'M6 4h4v16H6zM14 4h4v16h-4z',
};

export type IconName = keyof typeof strokes | keyof typeof fills;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      {name in fills ? (
        <path fill="currentColor" stroke="none" d={fills[name as keyof typeof fills]} />
      ) : (
        <path d={strokes[name as keyof typeof strokes]} />
      )}
    </svg>
  );
}
