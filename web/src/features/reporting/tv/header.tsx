import type { BoardCounters, BoardPlant, BoardShift, Freshness } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { hourOfShift, Shape, stillRunning } from '../../../shared/ui';
import { Fitted } from './fitted';
import type { TvView } from './tile';

type Props = {
  plant: BoardPlant;
  shift: BoardShift | null;
  counters: BoardCounters;
  view: TvView;
  freshness: Freshness;
  /** The server's last word. */
  heardAt: number;
};

/** Where, when, how old what one sees is, and how many wait. */
export function Header({ plant, shift, counters, view, freshness, heardAt }: Props) {
  const clockTime = view.times.clock(view.now);
  return (
    <header className="top">
      <div className="plant">
        <Fitted as="h1" text={plant.name} />
        <ShiftLine heard={shift} now={view.now} />
      </div>
      <time className="clock">{clockTime}</time>
      {view.stale ? (
        <Banner instant={view.times.instant(heardAt, view.now)} />
      ) : (
        <>
          <Age freshness={freshness} seconds={Math.floor((view.now - heardAt) / 1000)} />
          <Counters counters={counters} />
        </>
      )}
    </header>
  );
}

function ShiftLine({ heard, now }: { heard: BoardShift | null; now: number }) {
  const { t, language } = useText();
  const shift = stillRunning(heard, now);
  if (!shift) return null;
  const [starts, ends] = [hourOfShift(shift.starts, language), hourOfShift(shift.ends, language)];
  return <p>{t('reporting.tv.shift', { name: shift.name, starts, ends })}</p>;
}

function Age({ freshness, seconds }: { freshness: Freshness; seconds: number }) {
  const { t } = useText();
  return (
    <p className={freshness === 'live' ? 'age' : 'age late'}>
      <i />
      {freshness === 'live' ? t('reporting.tv.live') : t('reporting.tv.ago', { seconds })}
    </p>
  );
}

function Banner({ instant }: { instant: string }) {
  const { t } = useText();
  return (
    <p className="banner" role="status">
      <Shape name="unknown" />
      <span>
        <b>{t('reporting.tv.stale', { instant })}</b> · {t('reporting.tv.reconnecting')}
      </span>
    </p>
  );
}

/** The third counter is what is shelved, and where nothing is, the lines that stand still. */
function Counters({ counters }: { counters: BoardCounters }) {
  const { t } = useText();
  const open = counters.open - counters.shelved;
  return (
    <ul className="counters">
      <li>
        <b>{open}</b>
        {t('reporting.tv.open', { count: open })}
      </li>
      <li className={counters.untaken > 0 ? 'nobody' : ''}>
        <b>{counters.untaken}</b>
        {t('reporting.tv.untaken', { count: counters.untaken })}
      </li>
      {counters.shelved > 0 ? (
        <li>
          <b>{counters.shelved}</b>
          {t('reporting.tv.shelved')}
        </li>
      ) : (
        <li>
          <b>{counters.linesStopped}</b>
          {t('reporting.tv.linesStopped')}
        </li>
      )}
    </ul>
  );
}
