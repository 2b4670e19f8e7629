import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { AlertFilters, useAlertFilter } from '../../features/alerts/alert-filters';
import { type AlertOrder, alertsQuery } from '../../features/alerts/alert-list';
import { useAlertWords } from '../../features/alerts/alert-words';
import { useLive, useNow } from '../../shared/live';
import { useText, useTitle } from '../../shared/text';
import { Icon, SeverityMark, severityLook, Trouble, useTimes } from '../../shared/ui';
import { useStanding } from './desk-shell';

const orders: AlertOrder[] = ['NEWEST_FIRST', 'OLDEST_FIRST', 'WORST_FIRST', 'NUMBER'];

/** Every alert, open or ended, as a table that filters and sorts. */
export function HistoryPage() {
  const { t } = useText();
  const { plant } = useStanding();
  const { board } = useLive();
  const words = useAlertWords();
  const times = useTimes(plant.timeZone);
  const now = useNow();
  const filter = useAlertFilter(plant.id);
  const [search, setSearch] = useSearchParams();
  const order = orders.find((each) => each === search.get('order')) ?? 'NEWEST_FIRST';
  const list = useInfiniteQuery(alertsQuery(filter, order, 50));
  const alerts = list.data?.pages.flatMap((page) => page.nodes ?? []) ?? [];
  const total = list.data?.pages[0]?.totalCount ?? 0;
  useTitle(t('alerts.history'));
  const sort = (value: string) => {
    const next = new URLSearchParams(search);
    next.set('order', value);
    setSearch(next, { replace: true });
  };
  return (
    <>
      <header className="head">
        <h1>{t('alerts.history')}</h1>
        {list.data && <p>{t('alerts.found', { count: total })}</p>}
      </header>
      <AlertFilters lines={board?.lines.map(({ line }) => line) ?? []} withState>
        <label className="filter">
          <span className="sr">{t('common.sort')}</span>
          <select value={order} onChange={(event) => sort(event.target.value)}>
            {orders.map((each) => (
              <option key={each} value={each}>
                {t(`alerts.orderBy.${each}`)}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </label>
      </AlertFilters>
      <div className="said">
        <Trouble error={list.error} />
      </div>
      <section className="panel list">
        <table>
          <thead>
            <tr>
              {['number', 'severity', 'kind', 'subject', 'where', 'raisedAt', 'state', 'owner'].map((column) => (
                <th key={column}>{t(`alerts.columnName.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {alerts.map((alert) => (
              <tr key={alert.id}>
                <td className="num">
                  <Link to={`/desk/alerts/${alert.id}`}>{alert.number}</Link>
                </td>
                <td>
                  <span className="status">
                    <SeverityMark severity={alert.severity} silent />
                    <span className={`word ${severityLook[alert.severity].tone}`}>
                      {t(`alerts.severity.${alert.severity}`)}
                    </span>
                  </span>
                </td>
                <td className="wrap">{words.kind(alert)}</td>
                <td className="wrap">{alert.product || alert.supplierOrder ? words.subject(alert) : '–'}</td>
                <td className="wrap">{words.where(alert)}</td>
                <td className="num">{times.instant(Date.parse(alert.raisedAt), now)}</td>
                <td>{words.state(alert)}</td>
                <td className="wrap">{alert.owner?.name ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {list.data && alerts.length === 0 && <p className="none">{t('alerts.noneFound')}</p>}
        {list.hasNextPage && (
          <button type="button" className="button" disabled={list.isFetching} onClick={() => void list.fetchNextPage()}>
            {t('common.more')}
          </button>
        )}
      </section>
    </>
  );
}
