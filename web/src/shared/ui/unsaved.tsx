import { useEffect, useRef } from 'react';
import { type Location, useBlocker } from 'react-router';
import { useText } from '../text';
import { FormDialog } from './form';

type Props = {
  /** There is something to lose, and it is not being saved. */
  when: boolean;
  /** Where nothing is lost, for what was changed goes along. */
  passes?: (next: Location) => boolean;
};

/** Asks before what was changed is lost: by a link, by going back or by closing the tab. A page has one at a time. */
export function Unsaved({ when, passes }: Props) {
  const blocker = useBlocker(({ nextLocation }) => when && !passes?.(nextLocation));
  useEffect(() => {
    if (!when) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [when]);
  return blocker.state === 'blocked' && <Ask onStay={blocker.reset} onGo={blocker.proceed} />;
}

function Ask({ onStay, onGo }: { onStay: () => void; onGo: () => void }) {
  const { t } = useText();
  // The dialog tells that it closed also when the page is left.
  const isGoing = useRef(false);
  return (
    <FormDialog
      title={t('common.unsaved.title')}
      submit={t('common.unsaved.leave')}
      leave={t('common.unsaved.stay')}
      onSend={() => {
        isGoing.current = true;
        onGo();
      }}
      onLeave={() => !isGoing.current && onStay()}
    >
      <p>{t('common.unsaved.means')}</p>
    </FormDialog>
  );
}
