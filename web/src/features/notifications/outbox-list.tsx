import './outbox.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useNow } from '../../shared/live';
import { useText } from '../../shared/text';
import { Icon, type IconName, Shape, Trouble, useTimes } from '../../shared/ui';
import { type OutboxItem, outboxQuery, useRetry } from './outbox';

const states = ['DEAD', 'WAITING', 'HELD', 'SENDING', 'SENT', 'DROPPED'] as const;
const channels = ['APP', 'MAIL', 'WEBHOOK', 'SCREEN'] as const;
const icons: Record<(typeof channels)[number], IconName> = {
  APP: 'inbox',
  MAIL: 'mail',
  WEBHOOK: 'link',
  SCREEN: 'screen',
};

/** What was sent and is to be sent; what was given up stands first, with why, to be tried again. */
export function OutboxList({ plantId, timeZone }: { plantId: string; timeZone: string }) {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const state = states.find((each) => each === search.get('state'));
  const channel = channels.find((each) => each === search.get('channel'));
  const of = (only: typeof state) => ({
    plantIds: [plantId],
    ...(only && { states: [only] }),
    ...(channel && { channels: [channel] }),
  });
  const list = useInfiniteQuery(outboxQuery(of(state)));
  const dead = useInfiniteQuery({ ...outboxQuery(of('DEAD')), enabled: !state });
  const retry = useRetry();
  const given = state ? [] : (dead.data?.pages.flatMap((page) => page.nodes ?? []) ?? []);
  const items = (list.data?.pages.flatMap((page) => page.nodes ?? []) ?? []).filter(
    (item) => state || item.state !== 'DEAD',
  );
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  const choice = (name: string, all: string, values: readonly string[], words: string) => (
    <label className={search.get(name) ? 'filter on' : 'filter'}>
      <span className="sr">{all}</span>
      <select value={search.get(name) ?? ''} onChange={(event) => set(name, event.target.value)}>
        <option value="">{all}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {t(`${words}.${value}`)}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </label>
  );
  const rows = (shown: OutboxItem[]) => (
    <Rows items={shown} timeZone={timeZone} busy={retry.isPending} onRetry={(id) => retry.mutate([id])} />
  );
  return (
    <div className="outbox">
      <search className="filters">
        {choice('state', t('outbox.allStates'), states, 'outbox.state')}
        {choice('channel', t('outbox.allChannels'), channels, 'outbox.channel')}
      </search>
      <Trouble error={list.error ?? dead.error ?? retry.error} />
      {given.length > 0 && (
        <section className="panel dead">
          <header>
            <h2>
              <Shape name="triangle" className="mark critical" />
              {t('outbox.dead', { count: dead.data?.pages[0]?.totalCount ?? given.length })}
            </h2>
            <button
              type="button"
              className="button main"
              disabled={retry.isPending}
              onClick={() => retry.mutate(given.map(({ id }) => id))}
            >
              {t('outbox.retryAll', { count: given.length })}
            </button>
          </header>
          {rows(given)}
        </section>
      )}
      <section className="panel">
        {rows(items)}
        {list.data && items.length === 0 && <p className="none">{t('outbox.none')}</p>}
        {list.hasNextPage && (
          <button type="button" className="button" disabled={list.isFetching} onClick={() => void list.fetchNextPage()}>
            {t('common.more')}
          </button>
        )}
      </section>
    </div>
  );
}

type RowsProps = { items: OutboxItem[]; timeZone: string; busy: boolean; onRetry: (id: string) => void };

function Rows({ items, timeZone, busy, onRetry }: RowsProps) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const instant = (at: string) => times.instant(Date.parse(at), now);
  if (items.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          {(['when', 'channel', 'to', 'what', 'state'] as const).map((column) => (
            <th key={column}>{t(`outbox.column.${column}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td className="num">{instant(item.createdAt)}</td>
            <td>
              <span className="status">
                <Icon name={icons[item.channel]} />
                {t(`outbox.channel.${item.channel}`)}
              </span>
            </td>
            <td className="wrap">
              {item.person?.name ?? (item.address ? '' : '–')}
              {item.address && <small>{item.address}</small>}
            </td>
            <td className="wrap what">
              {item.sentence}
              {item.lastError && item.state !== 'SENT' && <small className="error">{item.lastError}</small>}
            </td>
            <td className="wrap state">
              <b className={item.state === 'DEAD' ? 'word critical' : undefined}>{t(`outbox.state.${item.state}`)}</b>
              <small>
                {item.sentAt
                  ? instant(item.sentAt)
                  : item.dueAt && (item.state === 'WAITING' || item.state === 'HELD')
                    ? t('outbox.due', { moment: times.moment(Date.parse(item.dueAt), now) })
                    : ''}
              </small>
              {item.attempts > 1 && <small>{t('outbox.attempts', { count: item.attempts })}</small>}
              {item.state === 'DEAD' && (
                <button type="button" className="button" disabled={busy} onClick={() => onRetry(item.id)}>
                  {t('outbox.retry')}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
