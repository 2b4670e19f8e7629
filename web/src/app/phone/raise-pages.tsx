import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { AlreadyOpen } from '../../features/alerts/already-open';
import type { AlertCard } from '../../features/alerts/documents';
import { KindChoice } from '../../features/alerts/kind-choice';
import { type Raising, useRaise } from '../../features/alerts/raise';
import { SentBar } from '../../features/alerts/sent-bar';
import { PlaceChoice } from '../../features/organisation/place-choice';
import { ProductChoice, placeDocument } from '../../features/supply/product-choice';
import { ask, problemOf } from '../../shared/api';
import type { AlertKind } from '../../shared/live';
import { useText, useTitle } from '../../shared/text';
import { quantity, Trouble } from '../../shared/ui';
import { Head } from './head';
import { useLastPlaces } from './last-places';
import { useStanding } from './phone-shell';

const usePlace = (id: string) =>
  useQuery({ queryKey: ['place', id], queryFn: async () => (await ask(placeDocument, { id })).place });

/** Raise, the place: the last five first. */
export function WherePage() {
  const { t } = useText();
  const { me, plant } = useStanding();
  const [places] = useLastPlaces(me.id);
  useTitle(t('alerts.raise'));
  return (
    <>
      <Head title={t('alerts.raise')} back />
      <main>
        <h2 className="ask">{t('alerts.where')}</h2>
        <PlaceChoice plantId={plant.id} last={places} />
      </main>
    </>
  );
}

/** Raise, the product: those of the place, the worst first. */
export function WhichPage() {
  const { t } = useText();
  const { me, plant } = useStanding();
  const { placeId = '' } = useParams();
  const place = usePlace(placeId);
  const [, remember] = useLastPlaces(me.id);
  const known = place.data?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: remembered once a place
  useEffect(() => {
    if (known) remember(known);
  }, [known]);
  useTitle(t('alerts.raise'));
  const to = (productId: string | undefined) => `/raise/${placeId}/what${productId ? `?product=${productId}` : ''}`;
  return (
    <>
      <Head title={place.data?.name ?? t('alerts.raise')} subtitle={place.data?.line?.name} back />
      <main>
        <h2 className="ask">
          <span>{t('alerts.which')}</span>
          <Link className="elsewhere" to="/raise" replace>
            {t('organisation.otherPlace')}
          </Link>
        </h2>
        <Trouble error={place.error} />
        {place.data === null && <p className="said">{t('organisation.unknownPlace')}</p>}
        {place.data && <ProductChoice place={place.data} timeZone={plant.timeZone} to={to} />}
      </main>
    </>
  );
}

/** Raise, what is wrong: a tap sends. */
export function WhatPage() {
  const { t, language } = useText();
  const navigate = useNavigate();
  const { me } = useStanding();
  const { placeId = '' } = useParams();
  const [search] = useSearchParams();
  const productId = search.get('product') ?? undefined;
  const place = usePlace(placeId);
  const raise = useRaise();
  const [last, setLast] = useState<Raising>();
  useTitle(t('alerts.raise'));
  const send = (raising: Raising) => {
    setLast(raising);
    raise.mutate(raising);
  };
  const choose = (kind: AlertKind) => send({ kind, placeId, ...(productId && { productId }) });
  const point = place.data?.supplyPoints.find(({ product }) => product.id === productId);
  const left = point && t('supply.left', { onHand: quantity(point.onHand, language), unit: point.unit });
  const open = openAlerts(raise.error);
  return (
    <>
      <Head
        title={point?.product.name ?? place.data?.name ?? t('alerts.raise')}
        subtitle={[place.data?.line?.name, point && place.data?.name, left].filter(Boolean).join(' · ')}
        short
        back
      />
      <main>
        <h2 className="ask">{t(open ? 'alerts.alreadyOpen' : 'alerts.what')}</h2>
        {open && last ? (
          <AlreadyOpen
            alerts={open}
            onSame={(joinAlertId) => send({ ...last, joinAlertId })}
            onOther={() => send({ ...last, anyway: true })}
          />
        ) : (
          <KindChoice
            hasProduct={productId !== undefined}
            chosen={raise.isPending || raise.data ? last?.kind : undefined}
            onChoose={choose}
          />
        )}
        {raise.error && !open && last && (
          <NotSent key={raise.submittedAt} error={raise.error} onRetry={() => raise.mutate(last)} />
        )}
      </main>
      {raise.data && <SentBar alert={raise.data} meId={me.id} onDone={() => void navigate('/', { replace: true })} />}
    </>
  );
}

/** Nothing pretends to be sent: said no, or not known. What is not known is sent again as the same intention. */
function NotSent({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useText();
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    part.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const refused = problemOf(error).kind === 'refused';
  return (
    <section className="said" ref={part}>
      <Trouble error={error} />
      <p>{t(refused ? 'alerts.notSent' : 'alerts.maybeSent')}</p>
      {!refused && (
        <button type="button" className="button main large" onClick={onRetry}>
          {t('common.retry')}
        </button>
      )}
    </section>
  );
}

/** The open alerts among which the person has to choose, when that is why the server said no. */
function openAlerts(error: unknown): AlertCard[] | undefined {
  const problem = problemOf(error);
  return error && problem.kind === 'refused' && problem.code === 'ALREADY_OPEN'
    ? (problem.error.alerts as AlertCard[])
    : undefined;
}
