import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { CurvePicture } from '../../features/supply/curve-picture';
import { PointTable } from '../../features/supply/point-table';
import { countsQuery, curveQuery, pointsQuery, type SupplyPoint, statuses } from '../../features/supply/points';
import { useBoardChanges, useLive, useNow } from '../../shared/live';
import { fold, useText, useTitle } from '../../shared/text';
import { Icon, quantity, StatusMark, shortLeft, statusLook, Trouble, useTimes } from '../../shared/ui';
import { useStanding } from './desk-shell';

/** The supply picture of a line, or of the stores: its points, and the curve of the chosen one. */
export function LinePage() {
  const { t } = useText();
  const { plant } = useStanding();
  const { lineId = '' } = useParams();
  const stores = lineId === 'stores';
  const { board } = useLive();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string>();
  const wanted = fold(text.trim());
  const filter = {
    plantIds: [plant.id],
    ...(stores ? { stores: true } : { lineIds: [lineId] }),
    ...(wanted && { text: wanted }),
  };
  const list = useInfiniteQuery(pointsQuery(filter));
  const counts = useQuery(countsQuery(filter));
  useBoardChanges((delta) => {
    if (stores || delta.lines.some(({ line }) => line.id === lineId))
      void client.invalidateQueries({ queryKey: ['points'] });
  });
  const line = board?.lines.find((each) => each.line.id === lineId);
  const name = stores ? t('organisation.stores') : (line?.line.name ?? '');
  useTitle(name || t('supply.supply'));
  const points = list.data?.pages.flatMap((page) => page.nodes ?? []) ?? [];
  const point = points.find(({ id }) => id === chosen) ?? points[0];
  return (
    <>
      <header className="head">
        <h1 className="status">
          {line && <StatusMark status={line.status} />}
          {name}
        </h1>
        <ul className="counts">
          {statuses
            .map((status) => ({ status, count: counts.data?.[status].totalCount ?? 0 }))
            .filter(({ count }) => count > 0)
            .map(({ status, count }) => (
              <li key={status} className="status">
                <StatusMark status={status} silent />
                <span className={`word ${statusLook[status].tone}`}>{t(`supply.status.${status}`)}</span>
                <b className="num">{count}</b>
              </li>
            ))}
        </ul>
        <div className="end">
          <label className={text ? 'filter on' : 'filter'}>
            <Icon name="search" />
            <input
              type="search"
              placeholder={t('supply.nameOrCode')}
              aria-label={t('supply.nameOrCode')}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
        </div>
      </header>
      <div className="said">
        <Trouble error={list.error} />
      </div>
      {point && <Chosen point={point} />}
      <section className="panel list" aria-label={t('supply.points')}>
        <PointTable
          points={points}
          selectedId={point?.id}
          onSelect={setChosen}
          timeZone={plant.timeZone}
          stores={stores}
        />
        {list.data && points.length === 0 && (
          <p className="none">{t(wanted ? 'supply.noneFound' : 'supply.noPoints')}</p>
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

function Chosen({ point }: { point: SupplyPoint }) {
  const { t, language } = useText();
  const { plant } = useStanding();
  const times = useTimes(plant.timeZone);
  const now = useNow();
  const curve = useQuery(curveQuery(point.id));
  const runsOut = point.runsOutAt ? Date.parse(point.runsOutAt) : undefined;
  const urgent = point.status === 'CRITICAL' || point.status === 'STOCK_OUT' ? 'danger num' : 'num';
  return (
    <section className="panel point" aria-label={point.product.name}>
      <header>
        <div>
          <h2>{point.product.name}</h2>
          <p className="num">
            {point.product.code} · {point.place?.name ?? t('organisation.stores')}
          </p>
        </div>
        <dl>
          <div>
            <dt>{t('supply.column.onHand')}</dt>
            <dd className="num">
              {quantity(point.onHand, language)} {point.isSilent ? '?' : <small>{point.unit}</small>}
            </dd>
          </div>
          {point.demandPerHour !== null && (
            <div>
              <dt>{t('supply.demand')}</dt>
              <dd className="num">
                {quantity(Math.round(point.demandPerHour * 10) / 10, language)} <small>{t('supply.perHour')}</small>
              </dd>
            </div>
          )}
          {runsOut !== undefined && runsOut > now && !point.isSilent && (
            <>
              <div>
                <dt>{t('supply.column.cover')}</dt>
                <dd className={urgent}>{shortLeft(runsOut, now, t)}</dd>
              </div>
              <div>
                <dt>{t('supply.column.runsOut')}</dt>
                <dd className={urgent}>{times.instant(runsOut, now)}</dd>
              </div>
            </>
          )}
        </dl>
        {point.openAlert && (
          <Link className="button" to={`/desk/alerts/${point.openAlert.id}`}>
            {t('alerts.alert')} <span className="num">{point.openAlert.number}</span>
          </Link>
        )}
      </header>
      <Trouble error={curve.error} />
      {curve.data && <CurvePicture point={point} curve={curve.data} timeZone={plant.timeZone} />}
    </section>
  );
}
