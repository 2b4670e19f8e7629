import { useState } from 'react';
import { useText } from '../../../shared/text';
import { FormDialog } from '../../../shared/ui';
import { useReportFromAlerts } from './dysfunctions';

/** Opens a dysfunction from what recurs, with its facts; the recurrence is taken by it. */
export function TakeRecurrence({
  recurrenceId,
  onDone,
}: {
  recurrenceId: string;
  onDone: (dysfunctionId: string) => void;
}) {
  const { t } = useText();
  const [asked, setAsked] = useState(false);
  const taking = useReportFromAlerts();
  return (
    <>
      <button type="button" className="button" onClick={() => setAsked(true)}>
        {t('dysfunctions.page.take')}
      </button>
      {asked && (
        <FormDialog
          title={t('dysfunctions.page.take')}
          submit={t('dysfunctions.page.take')}
          error={taking.error}
          busy={taking.isPending}
          onSend={() =>
            taking.mutate({ recurrenceId }, { onSuccess: ({ dysfunction }) => dysfunction && onDone(dysfunction.id) })
          }
          onLeave={() => setAsked(false)}
        >
          <p className="muted">{t('dysfunctions.page.takeMeans')}</p>
        </FormDialog>
      )}
    </>
  );
}
