import { useQuery } from '@tanstack/react-query';
import { settingsQuery } from '../../../features/improvement/settings/settings';
import { PlanSettingsForm, StopCostForm } from '../../../features/improvement/settings/settings-forms';
import { useText, useTitle } from '../../../shared/text';
import { Trouble } from '../../../shared/ui';
import { useAdministration } from './admin-shell';

/** What plans of the plant are held to. */
export function PlanSettingsPage() {
  const { t } = useText();
  const { plant } = useAdministration();
  const { data, error } = useQuery(settingsQuery(plant.id));
  useTitle(t('admin.page.plans'));
  return (
    <>
      <header className="head">
        <h1>{t('admin.page.plans')}</h1>
        <p>{t('admin.plans.means')}</p>
      </header>
      <div className="said">
        <Trouble error={error} />
      </div>
      {data && (
        <div className="admin halves">
          <StopCostForm plantId={plant.id} settings={data} />
          <PlanSettingsForm plantId={plant.id} settings={data} />
        </div>
      )}
    </>
  );
}
