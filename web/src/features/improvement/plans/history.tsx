import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Trouble, useTimes } from '../../../shared/ui';
import { useMinute } from '../days';
import { historyQuery } from './life';

/** What happened to the plan, latest first; asked for once somebody looks. */
export function History({ planId, timeZone }: { planId: string; timeZone: string }) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useMinute();
  const [isOpen, setOpen] = useState(false);
  const history = useInfiniteQuery({ ...historyQuery(planId), enabled: isOpen });
  return (
    <section className="panel part">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('dysfunctions.page.history')}</summary>
        <Trouble error={history.error} />
        <ol className="steps">
          {history.data?.pages
            .flatMap((page) => page?.nodes ?? [])
            .map((event) => (
              <li key={event.id}>
                <b>{event.text}</b>
                {event.comment && <span>{event.comment}</span>}
                <small>
                  <time>{times.instant(Date.parse(event.at), now)}</time>
                </small>
              </li>
            ))}
        </ol>
        {history.hasNextPage && (
          <button
            type="button"
            className="button"
            disabled={history.isFetching}
            onClick={() => void history.fetchNextPage()}
          >
            {t('common.more')}
          </button>
        )}
      </details>
    </section>
  );
}
