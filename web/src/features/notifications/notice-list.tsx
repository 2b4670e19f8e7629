import './notifications.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useNow } from '../../shared/live';
import { useText } from '../../shared/text';
import { Icon, type IconName, Shape, Trouble, useTimes } from '../../shared/ui';
import { type Notice, noticesQuery } from './documents';
import { useReading, useUnread } from './use-notices';

const icons: Partial<Record<Notice['kind'], IconName>> = {
  ALERT_CALLED: 'megaphone',
  ALERT_UNRESOLVED: 'megaphone',
  ALERT_ASSIGNED: 'hand',
  ALERT_TRANSFERRED: 'hand',
  ALERT_RETURNED: 'history',
  ALERT_RESTORED: 'check',
  SHELF_ENDING: 'pause',
  SHELF_ENDED: 'pause',
  HANDOVER_OFFERED: 'swap',
  HANDOVER_ANSWERED: 'swap',
  HANDOVER_RETURNED: 'swap',
  RECURRENCE_SEEN: 'history',
};

/** What the person was told, by day, what is not read first. Opening one reads it. */
export function NoticeList({ timeZone }: { timeZone: string }) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const [unreadOnly, setUnreadOnly] = useState(false);
  const list = useInfiniteQuery(noticesQuery(unreadOnly));
  const reading = useReading();
  const { count } = useUnread();
  const notices = list.data?.pages.flatMap((page) => page.nodes ?? []) ?? [];
  const days = new Map<string, Notice[]>();
  for (const notice of notices) {
    const day = times.day(Date.parse(notice.createdAt), now);
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  return (
    <div className="notices">
      <div className="tools">
        <label className="toggle">
          <input type="checkbox" checked={unreadOnly} onChange={(event) => setUnreadOnly(event.target.checked)} />
          {t('centre.unreadOnly')}
        </label>
        <button
          type="button"
          className="button"
          disabled={count === 0 || reading.isPending}
          onClick={() => reading.mutate(undefined)}
        >
          <Icon name="check" />
          {t('centre.readAll')}
        </button>
      </div>
      <Trouble error={list.error ?? reading.error} />
      {list.data && notices.length === 0 && (
        <p className="nothing">
          <Shape name="circle" className="mark ok" />
          {t(unreadOnly ? 'centre.noneUnread' : 'centre.none')}
        </p>
      )}
      {[...days].map(([day, told]) => (
        <section key={day}>
          <h2>{day}</h2>
          <ul>
            {told
              .toSorted((one, other) => Number(one.readAt !== null) - Number(other.readAt !== null))
              .map((notice) => (
                <li key={notice.id}>
                  <Row
                    notice={notice}
                    time={times.clock(Date.parse(notice.createdAt))}
                    onOpen={() => notice.readAt === null && reading.mutate([notice.id])}
                  />
                </li>
              ))}
          </ul>
        </section>
      ))}
      {list.hasNextPage && (
        <button type="button" className="button large" onClick={() => void list.fetchNextPage()}>
          {t('common.more')}
        </button>
      )}
    </div>
  );
}

function Row({ notice, time, onOpen }: { notice: Notice; time: string; onOpen: () => void }) {
  const { t } = useText();
  return (
    <Link to={notice.link} className={notice.readAt === null ? 'unread' : undefined} onClick={onOpen}>
      {notice.isUrgent ? (
        <Shape name="triangle" className="mark critical" label={t('centre.urgent')} />
      ) : (
        <Icon name={icons[notice.kind] ?? 'alert'} />
      )}
      <span>
        {notice.readAt === null && <span className="sr">{t('centre.notRead')} </span>}
        {notice.text}
        {notice.lines.length > 0 && (
          <span className="lines-of">
            {notice.lines.map((line) => (
              <small key={line}>{line}</small>
            ))}
          </span>
        )}
      </span>
      <time dateTime={notice.createdAt}>{time}</time>
    </Link>
  );
}
