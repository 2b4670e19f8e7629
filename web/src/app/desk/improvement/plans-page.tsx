import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { OpenForm } from '../../../features/improvement/plans/open-form';
import { Portfolio } from '../../../features/improvement/plans/portfolio';
import { useText, useTitle } from '../../../shared/text';
import { Icon } from '../../../shared/ui';
import { useStanding } from '../desk-shell';

/** Every action plan of the plant. */
export function PlansPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const { me, plant } = useStanding();
  const [opens, setOpens] = useState(false);
  useTitle(t('plans.page.plans'));
  return (
    <>
      <header className="head">
        <h1>{t('plans.page.plans')}</h1>
        <div className="end">
          <Link className="button" to="/desk/improvement/methods">
            {t('methods.page.methods')}
          </Link>
          <Link className="button" to="/desk/improvement/meeting">
            <Icon name="screen" />
            {t('meetings.ofCases')}
          </Link>
          <button type="button" className="button main" onClick={() => setOpens(true)}>
            <Icon name="plus" />
            {t('plans.page.open')}
          </button>
        </div>
      </header>
      <Portfolio plantId={plant.id} meId={me.id} timeZone={plant.timeZone} />
      {opens && (
        <OpenForm
          plantId={plant.id}
          meId={me.id}
          onOpened={(id) => void navigate(`/desk/improvement/plans/${id}`)}
          onLeave={() => setOpens(false)}
        />
      )}
    </>
  );
}
