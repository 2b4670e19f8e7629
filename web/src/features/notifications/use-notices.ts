import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { command, newClientId } from '../../shared/api';
import { usePersonalMessages } from '../../shared/live';
import { type Notice, readDocument, type Unread, unreadQuery } from './documents';

/** What waits to be read. */
export const useUnread = (): Unread => useQuery(unreadQuery).data ?? { count: 0, newest: [] };

/** Marks notices as read; without ids, all of them. The screen does not wait for the answer. */
export function useReading() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids?: string[]) =>
      command(readDocument, { input: { ...(ids ? { ids } : { all: true }), clientId: newClientId() } }),
    onMutate: (ids) =>
      client.setQueryData(unreadQuery.queryKey, (before) => {
        if (!before) return before;
        const newest = ids ? before.newest.filter(({ id }) => !ids.includes(id)) : [];
        const gone = before.newest.length - newest.length;
        return { count: ids ? Math.max(0, before.count - gone) : 0, newest };
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['notices'] }),
  });
}

/**
 * Follows what the hub tells this person, once for the whole shell, and confirms what this device has: what arrives now, and
 * after each join what was told meanwhile.
 */
export function useNoticeFeed(): void {
  const client = useQueryClient();
  const { data } = useQuery(unreadQuery);
  const say = usePersonalMessages((name, message) => {
    if (name === 'Notified') {
      const { unread, ...notice } = message as Notice & { unread: number };
      client.setQueryData(unreadQuery.queryKey, (before) => ({
        count: unread,
        newest: [notice, ...(before?.newest ?? []).filter(({ id }) => id !== notice.id)].slice(0, 20),
      }));
      say('Confirm', [notice.id]);
      void client.invalidateQueries({ queryKey: ['notices', 'list'] });
      if (notice.kind.startsWith('HANDOVER')) void client.invalidateQueries({ queryKey: ['handovers'] });
    } else void client.invalidateQueries({ queryKey: ['notices'] });
  });
  useEffect(() => {
    if (data && data.newest.length > 0)
      say(
        'Confirm',
        data.newest.map(({ id }) => id),
      );
  }, [data, say]);
}
