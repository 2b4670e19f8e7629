/** Line drawings on 24 × 24; a filled one says so. */
const strokes = {
  check: 'M4.5 12.8l5 5L19.5 6.600',
  right: 'M9 5l7 7-7 7',
  left: 'M15 5l-7 7 7 7',
  out: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  menu: 'M4 6.500h16M4 12h16M4 17.500h16',
  megaphone: 'M4 10v4h3l9 5V5L7 10zM19.500 9.500a4 4 0 0 1 0 5M8 14.500V20h3v-4',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500L20.500 20.500',
  swap: 'M4 8h15l-4-4M20 16H5l4 4',
  broken: 'M4 8l8-4.500L20 8v8.500L12 21l-8-4.500zM12 3.500l-1.500 4L13.500 10l-2.500 3.500L13 16l-1 5',
  count: 'M5 9h14M5 15h14M16 4L8 20',
  dots: 'M5.500 12a.5.5 0 1 0 .01 0M12 12a.5.5 0 1 0 .01 0M18.500 12a.5.5 0 1 0 .01 0',
  history: 'M4 12a8 8 0 1 0 2.600-5.900L4 8.500M4 4v4.500h4.500M12 7.500V12l3 2',
  award: 'M12 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM8.500 14L7 21l5-2.500L17 21l-1.500-7M9.500 9l2 2 3.500-3.500',
  refused: 'M4 8l8-4.500L20 8v5M4 8v8.500l8 4.500M4 8l8 4.500L20 8M12 12.500V21M15 16l5 5M20 16l-5 5',
  crowd: 'M4 20V11h7v9zM13 20v-6h7v6zM8 9V4h7v7M3 20h18',
  wrench:
    'M20.500 7.500a5 5 0 0 1-6.700 5.600L7 20a2.100 2.100 0 0 1-3-3l6.900-6.800a5 5 0 0 1 5.600-6.700L13.500 6.500v4h4z',
  helmet: 'M3 17.500h18M5 17.500v-2a7 7 0 0 1 14 0v2M9.500 12V6.500h5V12',
  broom: 'M14 3.500L11 11M8 11h7.500l2 9.500H4.500zM9 20.500l.8-4M13 20.500v-4',
  screen: 'M3 4.500h18v11.500H3zM9 20h6M12 16v4',
  alert: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.500V13M12 16.500v.1',
  stop: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 9h6v6H9z',
  live: 'M3 5h18v12H3zM8.500 20.500h7M7 13l3-3.500 3 2.500 4-4.500',
  box: 'M3.500 7.500L12 3l8.500 4.500v9L12 21l-8.500-4.500zM3.500 7.500L12 12l8.500-4.500M12 12v9',
  down: 'M6 9.500l6 6 6-6',
  close: 'M6 6l12 12M18 6L6 18',
  link: 'M10 14l4-4M8.500 11.500L6 14a3.500 3.500 0 0 0 5 5l2.500-2.500M15.500 12.500L18 10a3.500 3.500 0 0 0-5-5l-2.500 2.500',
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
