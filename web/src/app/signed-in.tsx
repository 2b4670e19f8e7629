import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { type Me, meQuery } from '../shared/api';
import { speak, useText } from '../shared/text';
import { Trouble } from '../shared/ui';

/** Shows what it holds to somebody signed in, in their language; everybody else is sent to the sign-in page. */
export function SignedIn({ children }: { children: (me: Me) => ReactNode }) {
  const { t } = useText();
  const { data: me, error, refetch } = useQuery(meQuery);
  useEffect(() => {
    if (me) speak(me.language);
  }, [me]);
  if (me) return children(me);
  if (!error) return null;
  return (
    <main className="lonely">
      <Trouble error={error} />
      <button type="button" className="button main" onClick={() => void refetch()}>
        {t('common.retry')}
      </button>
    </main>
  );
}
