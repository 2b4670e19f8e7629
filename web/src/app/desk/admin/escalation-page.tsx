import { useQuery } from '@tanstack/react-query';
import { useLocation, useSearchParams } from 'react-router';
import type { Draft } from '../../../features/alerts/policies/draft';
import { policiesQuery } from '../../../features/alerts/policies/policies';
import { PolicyEditor } from '../../../features/alerts/policies/policy-editor';
import { windowPeopleQuery } from '../../../features/alerts/windows/windows';
import { teamsQuery } from '../../../features/organisation/teams/teams';
import { useText, useTitle } from '../../../shared/text';
import { Icon, Trouble } from '../../../shared/ui';
import { useAdministration } from './admin-shell';

/** Who is called when nobody takes an alert, or nobody solves it. */
export function EscalationPage() {
  const { t } = useText();
  const { plant } = useAdministration();
  const [search, setSearch] = useSearchParams();
  const policies = useQuery(policiesQuery(plant.id));
  const teams = useQuery(teamsQuery(plant.id));
  const people = useQuery(windowPeopleQuery(plant.id));
  const { key, state } = useLocation();
  useTitle(t('admin.page.escalation'));
  const id = search.get('policy');
  const own = policies.data?.escalationPolicies ?? [];
  const standard = policies.data?.standardEscalation ?? [];
  // A new policy stands in the address, so that leaving it is a step that can be asked about; a copy comes along as its state.
  const copy = (state as { draft?: Draft } | null)?.draft;
  const fresh = id === 'new' ? (copy ?? { name: '', timers: standard }) : undefined;
  const policy = own.find((each) => each.id === id);
  const choose = (policyId: string | undefined) => {
    setSearch(policyId ? { policy: policyId } : {}, { replace: true });
  };
  const beginNew = (draft?: Draft) => setSearch({ policy: 'new' }, { replace: true, state: draft && { draft } });
  const begin = fresh ?? (policy ? { name: policy.name, timers: policy.timers } : { name: '', timers: standard });
  return (
    <>
      <header className="head">
        <h1>{t('admin.page.escalation')}</h1>
        <p>{t('admin.policy.means')}</p>
      </header>
      <div className="said">
        <Trouble error={policies.error ?? teams.error ?? people.error} />
      </div>
      {policies.data && (
        <div className="admin policies">
          <section className="panel part">
            <header>
              <h2>{t('admin.policy.policies')}</h2>
            </header>
            <ul className="things">
              {[undefined, ...own].map((each) => (
                <li key={each?.id ?? ''}>
                  <button
                    type="button"
                    className="thing"
                    aria-current={!fresh && each?.id === policy?.id ? 'true' : undefined}
                    onClick={() => choose(each?.id)}
                  >
                    <span className="what">
                      <strong>{each?.name ?? t('escalation.standard')}</strong>
                      <small>
                        {each
                          ? each.kinds.length > 0
                            ? each.kinds.map((kind) => t(`alerts.kind.${kind}`)).join(', ')
                            : t('admin.policy.noKinds')
                          : t('admin.policy.otherKinds')}
                      </small>
                    </span>
                  </button>
                </li>
              ))}
              {fresh && (
                <li>
                  <span className="thing" aria-current="true">
                    <span className="what">
                      <strong>{t('admin.policy.fresh')}</strong>
                    </span>
                  </span>
                </li>
              )}
            </ul>
            <button type="button" className="button" onClick={() => beginNew()}>
              <Icon name="plus" />
              {t('admin.policy.newPolicy')}
            </button>
          </section>
          <div className="admin-column">
            <PolicyEditor
              key={fresh ? `new ${key}` : `${policy?.id} ${policy?.version}`}
              plantId={plant.id}
              timeZone={plant.timeZone}
              standard={standard}
              policy={policy}
              begin={begin}
              isCopy={fresh !== undefined && copy !== undefined}
              isFixed={!fresh && !policy}
              callable={{ teams: teams.data ?? [], people: people.data ?? [] }}
              onCopy={beginNew}
              onDone={choose}
            />
          </div>
        </div>
      )}
    </>
  );
}
