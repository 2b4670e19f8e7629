import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { FormDialog, Icon, quantity, Shape, Trouble, useTimes } from '../../../shared/ui';
import { type Proposal, proposalsQuery, type Recurrence, recurrencesQuery, useApply, useDismiss } from './health';

type RecurrencesProps = {
  plantId: string;
  timeZone: string;
  mayLead: boolean;
  mayAdminister: boolean;
  /** The button that takes a recurrence further. */
  take: (recurrenceId: string) => ReactNode;
};

/** What came back often enough that somebody should look for its cause, with the facts; a leader may say why not. */
export function Recurrences({ plantId, timeZone, mayLead, mayAdminister, take }: RecurrencesProps) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const query = useQuery(recurrencesQuery(plantId));
  const dismissing = useDismiss();
  const [open, setOpen] = useState<Recurrence>();
  const [reason, setReason] = useState('');
  const leave = () => {
    setOpen(undefined);
    setReason('');
    dismissing.reset();
  };
  return (
    <section className="panel proposals">
      <header>
        <h2>{t('health.recurrences')}</h2>
        {mayAdminister && (
          <Link className="link" to="/desk/admin/recurrence">
            {t('health.rules')}
          </Link>
        )}
      </header>
      <Trouble error={query.error} />
      {query.data?.length === 0 && (
        <p className="status">
          <Shape name="circle" className="mark ok" />
          {t('health.noRecurrence')}
        </p>
      )}
      <ul>
        {query.data?.map((found) => (
          <li key={found.id}>
            <div>
              <strong>
                {found.cause?.name ?? t(`alerts.kind.${found.kind}`)}
                {' · '}
                {[found.product?.name, found.place?.name ?? found.area?.name, found.supplierOrder]
                  .filter(Boolean)
                  .join(' · ') || t('alerts.wholePlant')}
              </strong>
              <p>
                {t('health.recurred', {
                  count: found.count,
                  first: times.instant(Date.parse(found.firstAt), now),
                  last: times.moment(Date.parse(found.lastAt), now),
                })}
                {found.stoppedMinutes >= 1 && ` · ${t('health.stopped', { count: Math.round(found.stoppedMinutes) })}`}
              </p>
              <p className="links">
                {found.alerts.slice(-6).map(({ id, number }) => (
                  <Link key={id} className="link num" to={`/desk/alerts/${id}`}>
                    {number}
                  </Link>
                ))}
              </p>
            </div>
            <div className="choices">
              {take(found.id)}
              {mayLead && (
                <button type="button" className="button" onClick={() => setOpen(found)}>
                  {t('health.dismiss')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {open && (
        <FormDialog
          title={t('health.dismiss')}
          submit={t('health.dismiss')}
          error={dismissing.error}
          busy={dismissing.isPending}
          onSend={() => dismissing.mutate({ recurrence: open, reason }, { onSuccess: leave })}
          onLeave={leave}
        >
          <label className="field">
            <span>{t('alerts.why')}</span>
            <textarea required rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
        </FormDialog>
      )}
    </section>
  );
}

/** Another threshold for what chatters, with what it would have changed. */
export function Thresholds({ plantId, mayAdminister }: { plantId: string; mayAdminister: boolean }) {
  const { t } = useText();
  const query = useQuery(proposalsQuery(plantId));
  return (
    <section className="panel proposals">
      <h2>{t('health.thresholds')}</h2>
      <Trouble error={query.error} />
      {query.data?.length === 0 && (
        <p className="status">
          <Shape name="circle" className="mark ok" />
          {t('health.noThreshold')}
        </p>
      )}
      <ul>
        {query.data?.map((proposal) => (
          <Threshold key={proposal.point.id} proposal={proposal} mayAdminister={mayAdminister} />
        ))}
      </ul>
    </section>
  );
}

function Threshold({ proposal, mayAdminister }: { proposal: Proposal; mayAdminister: boolean }) {
  const { t, language } = useText();
  const applying = useApply();
  const { point, present, proposed } = proposal;
  const most = Math.max(1, present.transitions);
  const days = Math.round((Date.parse(proposal.to) - Date.parse(proposal.from)) / 86_400_000);
  const trials = [
    { name: 'present', trial: present },
    ...(proposed ? [{ name: 'proposed', trial: proposed }] : []),
  ] as const;
  return (
    <li>
      <div>
        <strong>
          {point.product.name} <span className="num muted">{point.product.code}</span>
        </strong>
        <p>
          {[point.line?.name, point.place?.name].filter(Boolean).join(' · ') || t('alerts.stores')}
          {' · '}
          {t('health.replayed', { bookings: quantity(proposal.bookings, language), days })}
        </p>
        <dl className="trials">
          {trials.map(({ name, trial }) => (
            <div key={name} className={name}>
              <dt>
                {t(`health.${name}`)}{' '}
                <b className="num">
                  {quantity(trial.threshold, language)} {point.unit}
                </b>
              </dt>
              <dd>
                <i style={{ width: `${(trial.transitions / most) * 100}%` }} />
                <span>
                  <b className="num">{t('health.transitions', { count: trial.transitions })}</b>
                  {' · '}
                  {t('health.unannounced', { count: trial.unannouncedStockOuts })}
                </span>
              </dd>
            </div>
          ))}
        </dl>
        {!proposed && <p>{t('health.noneBetter')}</p>}
        <Trouble error={applying.error} />
      </div>
      {proposed && mayAdminister && (
        <button
          type="button"
          className="button"
          disabled={applying.isPending}
          onClick={() => applying.mutate(proposal)}
        >
          <Icon name="check" />
          {t('health.apply', { threshold: quantity(proposed.threshold, language) })}
        </button>
      )}
    </li>
  );
}
