import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { Canvas, TvBoard } from '../../features/reporting/tv';
import { meQuery, problemOf } from '../../shared/api';
import { LiveProvider, useFreshness, useLive, useNow } from '../../shared/live';
import { speak, useText, useTitle } from '../../shared/text';
import { useTheme } from '../theme';
import { plantsQuery, scopeOf } from './scope';
import { useSiren } from './siren';

/** Nobody stands before a wall to press a button: it asks again for ever. */
const forEver = {
  retry: (_: number, error: unknown) => problemOf(error).kind !== 'signedOut',
  retryDelay: () => 2_000 + 2_000 * Math.random(),
};

/** The television: which board, from the address or from what the account may see. */
export function TvShell() {
  const { t } = useText();
  const [search] = useSearchParams();
  useTheme('dark');
  useTitle(t('reporting.tv.title'));
  const me = useQuery({ ...meQuery, ...forEver });
  const plants = useQuery({ ...plantsQuery, ...forEver });
  useEffect(() => {
    if (me.data) speak(me.data.language);
  }, [me.data]);

  const found = me.data && plants.data && scopeOf(search, me.data, plants.data);
  return (
    <Canvas>
      {!found && <p className="tv-say">{t('reporting.tv.connecting')}</p>}
      {found && 'wrong' in found && <p className="tv-say">{t(`reporting.tv.${found.wrong}`, { code: found.code })}</p>}
      {found && 'plantId' in found && (
        <LiveProvider scope={found}>
          <Wall />
        </LiveProvider>
      )}
    </Canvas>
  );
}

function Wall() {
  const { t } = useText();
  const { board } = useLive();
  const { freshness, heardAt } = useFreshness();
  const now = useNow();
  useSiren(freshness === 'live' && (board?.openAlerts.some((alert) => alert.soundsEverywhere) ?? false));
  if (!board || heardAt === undefined) return <p className="tv-say">{t('reporting.tv.connecting')}</p>;
  return <TvBoard board={board} now={now} freshness={freshness} heardAt={heardAt} />;
}
