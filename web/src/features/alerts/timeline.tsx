import { useNow } from '../../shared/live';
import { useText } from '../../shared/text';
import { Photos, useTimes } from '../../shared/ui';
import type { AlertDetail } from './documents';

/** What happened, newest first; the second time only where the server heard of it later. */
export function Timeline({ entries, timeZone }: { entries: AlertDetail['timeline']; timeZone: string }) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  return (
    <section className="timeline" aria-label={t('alerts.timeline')}>
      <h3>
        <span>{t('alerts.occurred')}</span>
        <span>{t('alerts.received')}</span>
        <span>{t('alerts.whatHappened')}</span>
      </h3>
      <ol>
        {entries.toReversed().map((entry) => {
          const [occurred, recorded] = [Date.parse(entry.occurredAt), Date.parse(entry.recordedAt)];
          const late = recorded - occurred >= 60_000;
          return (
            <li key={entry.id}>
              <time dateTime={entry.occurredAt}>{times.instant(occurred, now)}</time>
              {late ? <time dateTime={entry.recordedAt}>{times.instant(recorded, now)}</time> : <span />}
              <span>
                {entry.text}
                {entry.comment && (
                  <small>
                    <q>{entry.comment}</q>
                  </small>
                )}
                <Photos files={entry.attachments} />
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
