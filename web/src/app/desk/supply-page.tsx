import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { countsQuery, statuses } from '../../features/supply/points';
import { useLive, useNow } from '../../shared/live';
import { useText, useTitle } from '../../shared/text';
import { Icon, StatusMark, shortLeft, statusLook, useTimes } from '../../shared/ui';
import { useStanding } from './desk-shell';

/** The lines of the plant and the stores: a way into each one's picture. */
export function SupplyPage() {
  const { t } = useText();
  const { plant } = useStanding();
  const { board } = useLive();
  const times = useTimes(plant.timeZone);
  const now = useNow();
  const stores = useQuery(countsQuery({ plantIds: [plant.id], stores: true }));
  const worst = statuses.find((status) => (stores.data?.[status].totalCount ?? 0) > 0);
  useTitle(t('supply.supply'));
  return (
    <>
      <header className="head">
        <h1>{t('supply.supply')}</h1>
      </header>
      <ul className="lines">
        {board?.lines.map(({ line, status, worstPoint, runsOutAt, openAlertCount, stoppedSince }) => (
          <li key={line.id}>
            <Link className="panel" to={`/desk/supply/${line.id}`}>
              <span className="status">
                <StatusMark status={status} silent />
                <span className={`word ${statusLook[status].tone}`}>{t(`supply.status.${status}`)}</span>
              </span>
              <strong>{line.name}</strong>
              <span className="muted">
                {worstPoint
                  ? `${worstPoint.product.name} · ${worstPoint.station?.name ?? t('organisation.stores')}`
                  : t('supply.noPoints')}
              </span>
              <span className="num">
                {stoppedSince ? (
                  <span className="nobody">{t('alerts.lineStopped')}</span>
                ) : worstPoint?.isSilent ? (
                  worstPoint.heardAt ? (
                    t('supply.dataFrom', { instant: times.instant(Date.parse(worstPoint.heardAt), now) })
                  ) : (
                    t('supply.dataNever')
                  )
                ) : runsOutAt && Date.parse(runsOutAt) > now ? (
                  <>
                    {shortLeft(Date.parse(runsOutAt), now, t)},{' '}
                    {t('supply.runsOut', { moment: times.moment(Date.parse(runsOutAt), now) })}
                  </>
                ) : null}
              </span>
              <span className="num">{openAlertCount > 0 && t('alerts.openCount', { count: openAlertCount })}</span>
              <Icon name="right" />
            </Link>
          </li>
        ))}
        <li>
          <Link className="panel" to="/desk/supply/stores">
            {worst ? (
              <span className="status">
                <StatusMark status={worst} silent />
                <span className={`word ${statusLook[worst].tone}`}>{t(`supply.status.${worst}`)}</span>
              </span>
            ) : (
              <span />
            )}
            <strong>{t('organisation.stores')}</strong>
            <span className="muted">{t('supply.wholeStores')}</span>
            <span />
            <span />
            <Icon name="right" />
          </Link>
        </li>
      </ul>
    </>
  );
}
