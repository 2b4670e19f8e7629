import { useEffect, useState } from 'react';
import { clock } from '../../shared/api';
import { useLive } from '../../shared/live';
import { useText } from '../../shared/text';
import { stillRunning, useTimes } from '../../shared/ui';

const hours = [0.5, 1, 2, 4];
const longest = 8;
const hour = 3_600_000;

/** Until when an alert sleeps: round times before the shift's end, then the end itself (8 h where none ends). */
export function ShelfUntil({ value, onChange }: { value: string; onChange: (until: string) => void }) {
  const { t } = useText();
  const { plant, shift } = useLive().board ?? {};
  const times = useTimes(plant?.timeZone ?? 'UTC');
  // The instants are those of the opening: a choice must not move under the finger.
  const [choices] = useState(() => {
    const now = clock.now();
    const running = stillRunning(shift, now);
    const end = running && Date.parse(running.endsAt);
    const last = end ?? now + longest * hour;
    return [
      ...hours.map((each) => now + each * hour).filter((at) => at < last - 5 * 60_000),
      ...(end === undefined ? [] : [end]),
    ].map((at, index, all) => ({ at, isEnd: end !== undefined && index === all.length - 1 }));
  });
  const first = choices[0];
  useEffect(() => {
    if (!value && first) onChange(new Date(first.at).toISOString());
  });
  return (
    <label className="field">
      <span>{t('alerts.shelf.until')}</span>
      <select required value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map(({ at, isEnd }) => (
          <option key={at} value={new Date(at).toISOString()}>
            {isEnd ? t('alerts.shelf.endOfShift', { time: times.clock(at) }) : times.moment(at, clock.now())}
          </option>
        ))}
      </select>
      <small>{t('alerts.shelf.hint')}</small>
    </label>
  );
}
