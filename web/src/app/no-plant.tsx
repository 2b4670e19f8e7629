import { signOut } from '../shared/api';
import { useText } from '../shared/text';

/** An account that belongs to no plant sees why it sees nothing. */
export function NoPlant() {
  const { t } = useText();
  return (
    <main className="lonely">
      <p>{t('reporting.tv.noPlant')}</p>
      <button type="button" className="button" onClick={() => void signOut()}>
        {t('common.signOut')}
      </button>
    </main>
  );
}
