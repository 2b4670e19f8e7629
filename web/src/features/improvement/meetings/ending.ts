import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { command, problemOf } from '../../../shared/api';
import { touched } from '../orders';
import { holdDocument } from './documents';
import type { Held } from './draft';

const again = 4_000;

/**
 * Sends the meeting that was ended until the server answers: over a lost network and a reloaded page, with the same words and the same
 * client id, so that it is kept once. What is refused can be mended.
 */
export function useEnding({ draft, change, clear }: Held, onKept: () => void) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const kept = useEffectEvent(async () => {
    clear();
    await Promise.all(touched.map((queryKey) => client.invalidateQueries({ queryKey })));
    onKept();
  });
  const failed = useEffectEvent((why: unknown) => {
    setError(why);
    const isRefused = problemOf(why).kind === 'refused';
    if (isRefused) change({ sending: null });
    return isRefused;
  });
  const { sending } = draft;
  useEffect(() => {
    if (!sending) return;
    setError(undefined);
    let isOver = false;
    let isSent = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const send = async () => {
      if (isSent) return;
      isSent = true;
      clearTimeout(timer);
      try {
        await command(holdDocument, { input: { ...sending.input, clientId: sending.clientId } });
        if (!isOver) await kept();
      } catch (why) {
        isSent = false;
        if (!isOver && !failed(why)) timer = setTimeout(send, again);
      }
    };
    void send();
    window.addEventListener('online', send);
    return () => {
      isOver = true;
      clearTimeout(timer);
      window.removeEventListener('online', send);
    };
  }, [sending]);
  return { error };
}
