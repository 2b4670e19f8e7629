import { useQuery } from '@tanstack/react-query';
import { FallbackList } from '../../../features/alerts/policies/fallback-list';
import { KindTable } from '../../../features/alerts/policies/kind-table';
import { kindsQuery } from '../../../features/alerts/policies/policies';
import { useText, useTitle } from '../../../shared/text';
import { Trouble } from '../../../shared/ui';
import { useAdministration } from './admin-shell';

/** How the plant treats each kind of alert, and who is called in the end. */
export function KindsPage() {
  const { t } = useText();
  const { plant } = useAdministration();
  const kinds = useQuery(kindsQuery(plant.id));
  useTitle(t('admin.page.kinds'));
  return (
    <>
      <header className="head">
        <h1>{t('admin.page.kinds')}</h1>
      </header>
      <div className="said">
        <Trouble error={kinds.error} />
      </div>
      {kinds.data && (
        <div className="admin thin">
          <section className="panel part flush">
            <header>
              <h2>{t('admin.kinds.title')}</h2>
            </header>
            <KindTable plantId={plant.id} settings={kinds.data.kindSettings} policies={kinds.data.escalationPolicies} />
          </section>
          <section className="panel part">
            <header>
              <h2>{t('admin.kinds.fallback')}</h2>
            </header>
            <p className="muted">{t('admin.kinds.fallbackMeans')}</p>
            <FallbackList
              plantId={plant.id}
              version={kinds.data.version}
              fallback={kinds.data.fallback}
              people={kinds.data.people}
            />
          </section>
        </div>
      )}
    </>
  );
}
