import { useText, useTitle } from '../shared/text';
import { useTheme } from './theme';

export function NotFound() {
  const { t } = useText();
  useTheme('light');
  useTitle(t('common.notFound'));
  return (
    <main className="lonely">
      <h1>{t('common.notFound')}</h1>
      <a className="button" href="/">
        {t('common.home')}
      </a>
    </main>
  );
}
