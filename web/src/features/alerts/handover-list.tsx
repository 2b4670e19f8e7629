import './handover.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useNow } from '../../shared/live';
import { useText } from '../../shared/text';
import { Icon, Trouble, useTimes } from '../../shared/ui';
import { type HandoverSummary, handoversQuery } from './handovers';

type Props = {
  plantId: string;
  timeZone: string;
  path: string;
  selectedId?: string | undefined;
  /** Those that wait for my answer alone, or the others alone. */
  only?: 'asked' | 'others';
};

/** What was handed over, what waits for an answer first. */
export function HandoverList({ plantId, timeZone, path, selectedId, only }: Props) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const list = useInfiniteQuery(handoversQuery(plantId));
  const all = list.data?.pages.flatMap((page) => page.nodes ?? []) ?? [];
  const sorted = all
    .filter(({ canAnswer }) => !only || canAnswer === (only === 'asked'))
    .toSorted((one, other) => Number(other.canAnswer) - Number(one.canAnswer));
  if (sorted.length === 0 && (only === 'asked' || all.length > 0)) return null;
  return (
    <section className="handover history">
      <header>
        <h2>{t(only === 'asked' ? 'handoverPage.asked' : 'handoverPage.history')}</h2>
      </header>
      <Trouble error={list.error} />
      {list.data && all.length === 0 && <p className="muted">{t('handoverPage.none')}</p>}
      <ul>
        {sorted.map((handover) => (
          <li key={handover.id}>
            <Link
              to={`${path}/${handover.id}`}
              aria-current={handover.id === selectedId ? 'true' : undefined}
              className={handover.canAnswer ? 'asks' : undefined}
            >
              <span>
                <strong>
                  {t('handoverPage.of', { shift: handover.shift, area: handover.area?.name ?? t('alerts.wholePlant') })}
                </strong>
                <small>
                  {t('handoverPage.signedBy', {
                    name: handover.signedBy?.name ?? '',
                    moment: times.moment(Date.parse(handover.signedAt), now),
                  })}
                </small>
                <small>{counts(handover, t)}</small>
              </span>
              {handover.canAnswer ? (
                <span className="nobody">{t('handoverPage.toAnswer')}</span>
              ) : (
                <b>{t(`handoverPage.state.${handover.state}`)}</b>
              )}
              <Icon name="right" />
            </Link>
          </li>
        ))}
      </ul>
      {only !== 'asked' && list.hasNextPage && (
        <button type="button" className="button large" onClick={() => void list.fetchNextPage()}>
          {t('common.more')}
        </button>
      )}
    </section>
  );
}

/** `4 alertes : 3 reprises, 1 refusée` */
function counts(handover: HandoverSummary, t: (key: string, values?: Record<string, unknown>) => string): string {
  const of = (state: string) => handover.items.filter((item) => item.state === state).length;
  const told = (['ACCEPTED', 'REFUSED', 'RETURNED', 'OFFERED'] as const)
    .filter((state) => of(state) > 0)
    .map((state) => t(`handoverPage.count.${state}`, { count: of(state) }));
  return told.join(', ') || t('handoverPage.nothingOpen');
}
