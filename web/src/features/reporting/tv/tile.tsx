import type { ReactNode } from 'react';
import type { BoardAlert, BoardLine } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { elapsed, Icon, quantity, Shape, statusLook, type TimeLeft, type useTimes } from '../../../shared/ui';
import { Fitted } from './fitted';
import { isSilent, type TileFacts, tileFacts } from './tile-facts';

export type TvView = { now: number; stale: boolean; times: ReturnType<typeof useTimes> };

type Props = { line: BoardLine; alerts: BoardAlert[]; view: TvView };

/** One line of the plant in six slots: name, alerts, word, time, product, and what the time means. */
export function Tile({ line, alerts, view }: Props) {
  const { t } = useText();
  const { shape, tone } = statusLook[line.status];
  const facts = tileFacts(line, alerts, view.now);
  const stopped = line.stoppedSince !== null;
  const untaken = line.untakenAlertCount > 0 && !view.stale;
  const word = line.liftedBy ? t(`reporting.tv.kindWord.${line.liftedBy}`) : t(`reporting.tv.word.${line.status}`);
  return (
    <article
      className={`tile ${tone} ${untaken ? 'untaken' : ''} ${stopped ? 'stopped' : ''} ${isSilent(line) ? 'silent' : ''}`}
    >
      <header>
        <Fitted as="h2" text={line.line.name} />
        <LineAlerts line={line} view={view} />
      </header>
      <div className="state">
        <p className="word">
          <Shape name={shape} />
          {word}
        </p>
        {!stopped && <Time facts={facts} stale={view.stale} />}
      </div>
      <footer>
        <p className="product">
          {facts.station && <span>{facts.station}</span>}
          {facts.product && (
            <>
              <span>{facts.product.name}</span>
              <span className="code">{facts.product.code}</span>
            </>
          )}
        </p>
        {!stopped && <When facts={facts} view={view} />}
      </footer>
      {line.stoppedSince && <Stop since={Date.parse(line.stoppedSince)} view={view} />}
    </article>
  );
}

function LineAlerts({ line, view }: { line: BoardLine; view: TvView }) {
  const { t } = useText();
  const open = line.openAlertCount - line.shelvedAlertCount;
  return (
    <p className="alerts">
      {line.shelvedAlertCount > 0 && (
        <span>
          <Icon name="pause" />
          {t('reporting.tv.lineShelved', { count: line.shelvedAlertCount })}
        </span>
      )}
      {open > 0 && (
        <span>
          <Icon name="bell" />
          <b>{open}</b>
        </span>
      )}
      {open > 0 && line.oldestOpenAlertAt && !view.stale && (
        <Elapsed since={Date.parse(line.oldestOpenAlertAt)} now={view.now} />
      )}
    </p>
  );
}

/** `00:12`; from two days on, days: nobody reads 75:20. */
export function Elapsed({ since, now }: { since: number; now: number }) {
  const { t } = useText();
  const days = Math.floor((now - since) / 86_400_000);
  return <span className="timer">{days < 2 ? elapsed(now - since) : t('time.daysLeft', { count: days })}</span>;
}

function Time({ facts, stale }: { facts: TileFacts; stale: boolean }) {
  const { t, language } = useText();
  const { time } = facts;
  if (!time) return null;
  if ('left' in time)
    return stale ? null : <p className="time">{left(time.left, (count) => t('time.daysLeft', { count }))}</p>;
  if ('excess' in time) return <p className="time">+{quantity(time.excess, language)}</p>;
  return (
    <p className="time">
      <b>{quantity(time.onHand, language)}</b>
      <small>{time.unit}</small>
    </p>
  );
}

function left(time: TimeLeft, inDays: (count: number) => string): ReactNode {
  if ('days' in time) return <b>{inDays(time.days)}</b>;
  if (!('hours' in time))
    return (
      <>
        <b>{time.minutes}</b>
        <small>min</small>
      </>
    );
  return (
    <>
      <b>{time.hours}</b>
      <small>h</small>
      <b>{time.minutes}</b>
    </>
  );
}

function When({ facts, view }: { facts: TileFacts; view: TvView }) {
  const { t, language } = useText();
  const { when } = facts;
  const said = (): string => {
    if (!when) return '';
    if ('runsOut' in when) return t('supply.runsOut', { moment: view.times.moment(when.runsOut, view.now) });
    if ('never' in when) return t(`supply.runsOutNever.${when.never}`);
    if ('variance' in when) return t('supply.variance');
    if ('heard' in when)
      return when.heard === undefined
        ? t('supply.dataNever')
        : t('supply.dataFrom', { instant: view.times.instant(when.heard, view.now) });
    const [onHand, bound] = [quantity(when.onHand, language), quantity(when.of, language)];
    return when.bound === 'maximum'
      ? t('supply.overMaximum', { onHand, maximum: bound })
      : t('supply.underMinimum', { onHand, minimum: bound });
  };
  return <p className="when">{said()}</p>;
}

function Stop({ since, view }: { since: number; view: TvView }) {
  const { t } = useText();
  return (
    <p className="stop">
      {t('reporting.tv.lineStopped')}
      <b>{view.stale ? view.times.moment(since, view.now) : <Elapsed since={since} now={view.now} />}</b>
    </p>
  );
}
