import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { AlertBody } from '../../features/alerts/alert-body';
import { AlertFilters, useAlertFilter } from '../../features/alerts/alert-filters';
import { alertsQuery } from '../../features/alerts/alert-list';
import { CommandBar } from '../../features/alerts/command-bar';
import { alertQuery } from '../../features/alerts/documents';
import { ShelfList } from '../../features/alerts/shelf-list';
import { StateColumn } from '../../features/alerts/state-column';
import { useBoardChanges, useLive } from '../../shared/live';
import { useText, useTitle } from '../../shared/text';
import { Icon, Shape, Trouble } from '../../shared/ui';
import { useStanding } from './desk-shell';

const columns = ['RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RESOLVED'] as const;

/** Alerts by state, and the chosen one beside them. */
export function AlertsPage() {
  const { t } = useText();
  const { plant } = useStanding();
  const { alertId } = useParams();
  const { board } = useLive();
  const client = useQueryClient();
  const filter = useAlertFilter(plant.id);
  const open = useInfiniteQuery(
    alertsQuery({ ...filter, states: ['RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'SHELVED'] }, 'WORST_FIRST', 200),
  );
  const resolved = useInfiniteQuery(alertsQuery({ ...filter, states: ['RESOLVED'] }, 'NEWEST_FIRST', 30));
  useTitle(t('alerts.alerts'));
  useBoardChanges((delta) => {
    if (delta.alerts.length + delta.closedAlertIds.length === 0) return;
    void client.invalidateQueries({ queryKey: ['alerts'] });
    if (alertId) void client.invalidateQueries({ queryKey: ['alert', alertId] });
  });
  const all = [...(open.data?.pages ?? []), ...(resolved.data?.pages ?? [])].flatMap((page) => page.nodes ?? []);
  const counters = board?.counters;
  const more = open.data && open.hasNextPage;
  return (
    <div className={alertId ? 'cols chosen' : 'cols'}>
      <div className="left">
        <header className="head">
          <h1>{t('alerts.alerts')}</h1>
          {counters && (
            <p>
              {t('alerts.openCount', { count: counters.open })}, {t('alerts.untakenCount', { count: counters.untaken })}
              {counters.linesStopped > 0 && `, ${t('alerts.stoppedCount', { count: counters.linesStopped })}`}
            </p>
          )}
          <div className="end">
            <Link className="button" to="/raise">
              <Icon name="megaphone" />
              {t('alerts.raise')}
            </Link>
          </div>
        </header>
        <AlertFilters lines={board?.lines.map(({ line }) => line) ?? []} />
        <div className="said">
          <Trouble error={open.error ?? resolved.error} />
        </div>
        {open.data && resolved.data && all.length === 0 && <Nothing filtered={Object.keys(filter).length > 1} />}
        <ShelfList
          alerts={all.filter(({ state }) => state === 'SHELVED')}
          timeZone={plant.timeZone}
          path="/desk/alerts"
        />
        <div className="states">
          {columns.map((state) => (
            <StateColumn
              key={state}
              state={state}
              alerts={all.filter((alert) => alert.state === state)}
              selectedId={alertId}
              timeZone={plant.timeZone}
            />
          ))}
        </div>
        {more && (
          <button type="button" className="button" onClick={() => void open.fetchNextPage()}>
            {t('common.more')}
          </button>
        )}
      </div>
      {alertId && <Detail key={alertId} id={alertId} />}
    </div>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { t } = useText();
  if (filtered) return <p className="nothing">{t('alerts.noneFound')}</p>;
  return (
    <p className="nothing">
      <Shape name="circle" className="mark ok" />
      {t('reporting.tv.noAlerts')}
    </p>
  );
}

function Detail({ id }: { id: string }) {
  const { t } = useText();
  const { plant } = useStanding();
  const { search } = useLocation();
  const navigate = useNavigate();
  const alert = useQuery(alertQuery(id));
  const leave = `/desk/alerts${search}`;
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
      void navigate(leave);
      document.getElementById(`alert-${id}`)?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [leave, navigate, id]);
  useEffect(() => {
    part.current?.focus({ preventScroll: true });
  }, []);
  return (
    <aside className="detail" ref={part} tabIndex={-1} aria-label={alert.data?.number ?? t('alerts.alert')}>
      <div className="bar">
        <span className="num">
          {alert.data?.number}
          {alert.data &&
            alert.data.occurrenceCount > 1 &&
            ` · ${t('alerts.times', { count: alert.data.occurrenceCount })}`}
        </span>
        <Link className="iconbutton" aria-label={t('common.close')} to={leave}>
          <Icon name="close" />
        </Link>
      </div>
      <div className="scroll">
        <Trouble error={alert.error} />
        {alert.data === null && <p>{t('alerts.unknown')}</p>}
        {alert.data && <AlertBody alert={alert.data} timeZone={plant.timeZone} />}
        {alert.data && (
          <Link className="button" to={`/desk/improvement/dysfunctions?alert=${id}`}>
            {t('dysfunctions.page.report')}
          </Link>
        )}
      </div>
      {alert.data && (
        <div className="acts">
          <CommandBar
            alert={alert.data}
            plantId={plant.id}
            kept={['ACKNOWLEDGE', 'ASSIGN', 'START', 'RESOLVE', 'CLOSE']}
            keysIn={part}
          />
        </div>
      )}
    </aside>
  );
}
