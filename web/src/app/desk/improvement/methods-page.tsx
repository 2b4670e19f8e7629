import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { guideQuery } from '../../../features/improvement/methods/documents';
import { MethodList } from '../../../features/improvement/methods/method-list';
import { MethodSheet } from '../../../features/improvement/methods/method-sheet';
import { useText, useTitle } from '../../../shared/text';
import { Icon, Trouble } from '../../../shared/ui';
import { useStanding } from '../desk-shell';

/** The methods that a plan of this plant may follow. */
export function MethodsPage() {
  const { t } = useText();
  const { plant } = useStanding();
  useTitle(t('methods.page.methods'));
  return (
    <>
      <header className="head">
        <Link className="iconbutton" to="/desk/improvement/plans" aria-label={t('common.back')}>
          <Icon name="left" />
        </Link>
        <h1>{t('methods.page.methods')}</h1>
        <p>{t('methods.page.whichOne')}</p>
      </header>
      <MethodList plantId={plant.id} />
    </>
  );
}

/** One method: what it asks for from step to step, and its forms to print. */
export function MethodPage() {
  const { t, language } = useText();
  const { plant } = useStanding();
  const { code = '' } = useParams();
  const { data, error } = useQuery(guideQuery(plant.id));
  const method = data?.find((each) => each.code === code);
  useTitle(method?.name ?? t('methods.page.method'));
  const form = `/print/methods/${encodeURIComponent(code)}?lang=${language}`;
  return (
    <>
      <header className="head">
        <Link className="iconbutton" to="/desk/improvement/methods" aria-label={t('common.back')}>
          <Icon name="left" />
        </Link>
        <h1>{method?.name ?? t('methods.page.method')}</h1>
        {method && (
          <div className="end">
            <a className="button" href={form} target="_blank" rel="noreferrer">
              {t('methods.page.blank')}
            </a>
            <a className="button" href={`${form}&filled=true`} target="_blank" rel="noreferrer">
              {t('methods.page.filled')}
            </a>
          </div>
        )}
      </header>
      <div className="said">
        <Trouble error={error} />
        {data && !method && <p className="none">{t('methods.page.unknown')}</p>}
      </div>
      {method && <MethodSheet method={method} />}
    </>
  );
}
