import './dysfunctions.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { useText } from '../../../shared/text';
import { Icon, Trouble, useTimes } from '../../../shared/ui';
import { useMinute } from '../days';
import type { DysfunctionFilter, DysfunctionKind, DysfunctionState } from './documents';
import { dysfunctionsQuery } from './dysfunctions';
import { StateMark } from './state-mark';

const states = ['REPORTED', 'ANALYSED', 'PROPOSED', 'DECIDED', 'IN_PLAN', 'CLOSED', 'REJECTED'] as const;
const kinds = ['TECHNICAL', 'ORGANISATIONAL'] as const;
const open = states.slice(0, 5);

/** Dysfunctions as a table that filters; what is open first, unless one asks for more. */
export function DysfunctionTable({ plantId, timeZone }: { plantId: string; timeZone: string }) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useMinute();
  const [search, setSearch] = useSearchParams();
  const [state, kind, text] = ['state', 'kind', 'text'].map((name) => search.get(name) ?? '');
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  const filter: DysfunctionFilter = {
    plantIds: [plantId],
    ...(state !== 'ALL' && { states: state ? [state as DysfunctionState] : [...open] }),
    ...(kind && { kinds: [kind as DysfunctionKind] }),
    ...(text && { text }),
  };
  const list = useInfiniteQuery(dysfunctionsQuery(filter));
  const rows = list.data?.pages.flatMap((page) => page.nodes ?? []) ?? [];
  const total = list.data?.pages[0]?.totalCount ?? 0;
  return (
    <>
      <div className="filters">
        <label className={state ? 'filter on' : 'filter'}>
          <span className="sr">{t('dysfunctions.page.state')}</span>
          <select value={state} onChange={(event) => set('state', event.target.value)}>
            <option value="">{t('dysfunctions.page.open')}</option>
            {states.map((each) => (
              <option key={each} value={each}>
                {t(`dysfunctions.state.${each}`)}
              </option>
            ))}
            <option value="ALL">{t('dysfunctions.page.all')}</option>
          </select>
          <Icon name="down" />
        </label>
        <label className={kind ? 'filter on' : 'filter'}>
          <span className="sr">{t('dysfunctions.page.kind')}</span>
          <select value={kind} onChange={(event) => set('kind', event.target.value)}>
            <option value="">{t('dysfunctions.page.anyKind')}</option>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t(`dysfunctions.kind.${each}`)}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </label>
        <label className="filter">
          <Icon name="search" />
          <input
            type="search"
            placeholder={t('dysfunctions.page.searchFor')}
            aria-label={t('dysfunctions.page.searchFor')}
            value={text}
            onChange={(event) => set('text', event.target.value)}
          />
        </label>
        {list.data && <p className="muted">{t('dysfunctions.page.found', { count: total })}</p>}
      </div>
      <div className="said">
        <Trouble error={list.error} />
      </div>
      <section className="panel list dysfunctions">
        <table>
          <thead>
            <tr>
              {['number', 'title', 'state', 'kind', 'where', 'by', 'at'].map((column) => (
                <th key={column}>{t(`dysfunctions.page.column.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td className="num">
                  <Link to={`/desk/improvement/dysfunctions/${row.id}`}>{row.number}</Link>
                </td>
                <td className="wrap title">{row.title}</td>
                <td>
                  <StateMark state={row.state} />
                </td>
                <td>{t(`dysfunctions.kind.${row.kind}`)}</td>
                <td className="wrap">
                  {[row.product?.name, row.place?.name ?? row.area?.name].filter(Boolean).join(' · ') || '–'}
                </td>
                <td className="wrap">{row.reportedBy?.name ?? '–'}</td>
                <td className="num">{times.instant(Date.parse(row.reportedAt), now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {list.data && rows.length === 0 && (
          <p className="none">{t(state || kind || text ? 'dysfunctions.page.noneFound' : 'dysfunctions.page.none')}</p>
        )}
        {list.hasNextPage && (
          <button type="button" className="button" disabled={list.isFetching} onClick={() => void list.fetchNextPage()}>
            {t('common.more')}
          </button>
        )}
      </section>
    </>
  );
}
