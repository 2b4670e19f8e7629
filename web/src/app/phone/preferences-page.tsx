import { PreferencesForm } from '../../features/notifications/preferences-form';
import { useText, useTitle } from '../../shared/text';
import { Head } from './head';

/** What comes by mail and when not. */
export function PreferencesPage() {
  const { t } = useText();
  useTitle(t('centre.preferences'));
  return (
    <>
      <Head title={t('centre.preferences')} back />
      <main className="said">
        <PreferencesForm />
      </main>
    </>
  );
}
