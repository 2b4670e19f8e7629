import { PreferencesForm } from '../../features/notifications/preferences-form';
import { useText, useTitle } from '../../shared/text';

/** What comes by mail and when not; mails lead here. */
export function PreferencesPage() {
  const { t } = useText();
  useTitle(t('centre.preferences'));
  return (
    <>
      <header className="head">
        <h1>{t('centre.preferences')}</h1>
      </header>
      <div className="column-page">
        <PreferencesForm />
      </div>
    </>
  );
}
