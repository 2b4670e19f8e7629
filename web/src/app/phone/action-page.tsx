import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ActionSheet } from '../../features/improvement/actions/action-dialog';
import { actionQuery } from '../../features/improvement/actions/actions';
import { useText, useTitle } from '../../shared/text';
import { Trouble } from '../../shared/ui';
import { Head } from './head';

/** One action: what a mail or a notice on the phone leads to. */
export function ActionPage() {
  const { t } = useText();
  const { actionId = '' } = useParams();
  const { data, error } = useQuery(actionQuery(actionId));
  useTitle(data?.what ?? t('actions.page.action'));
  return (
    <>
      <Head title={data?.what ?? t('actions.page.action')} back />
      <main className="said">
        <Trouble error={error} />
        {data === null && <p>{t('actions.page.unknown')}</p>}
        {data && <ActionSheet action={data} />}
      </main>
    </>
  );
}
