import { useText } from '../../../shared/text';
import { Icon, SeverityMark, Trouble } from '../../../shared/ui';
import { severities } from '../alert-filters';
import { type KindSetting, services, useSaveKind } from './policies';

type Props = { plantId: string; settings: KindSetting[]; policies: { id: string; name: string }[] };

/** How the plant treats each kind of alert; what is chosen holds at once. */
export function KindTable({ plantId, settings, policies }: Props) {
  const { t } = useText();
  const saving = useSaveKind(plantId);
  const save = (setting: KindSetting, part: Partial<KindSetting>) => saving.mutate({ ...setting, ...part });
  return (
    <>
      <Trouble error={saving.error} />
      <table className="kinds">
        <thead>
          <tr>
            {['kind', 'severity', 'service', 'policy'].map((column) => (
              <th key={column}>{t(`admin.kinds.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {settings.map((setting) => {
            const { kind } = setting;
            const name = t(`alerts.kind.${kind}`);
            const of = (what: string) => t('common.about', { what: t(`admin.kinds.${what}`), name });
            return (
              <tr key={kind}>
                <td className="wrap">
                  <strong>{name}</strong>
                </td>
                <td>
                  <label className="choice">
                    <SeverityMark severity={setting.severity} silent />
                    <select
                      aria-label={of('severity')}
                      value={setting.severity}
                      disabled={kind === 'SAFETY'}
                      onChange={(event) => save(setting, { severity: event.target.value as KindSetting['severity'] })}
                    >
                      {severities.map((severity) => (
                        <option key={severity} value={severity}>
                          {t(`alerts.severity.${severity}`)}
                        </option>
                      ))}
                    </select>
                    <Icon name="down" />
                  </label>
                </td>
                <td>
                  <label className="choice">
                    <select
                      aria-label={of('service')}
                      value={setting.service ?? ''}
                      onChange={(event) =>
                        save(setting, { service: (event.target.value || null) as KindSetting['service'] })
                      }
                    >
                      <option value="">{t('admin.kinds.noService')}</option>
                      {services.map((service) => (
                        <option key={service} value={service}>
                          {t(`admin.service.${service}`)}
                        </option>
                      ))}
                    </select>
                    <Icon name="down" />
                  </label>
                </td>
                <td>
                  <label className="choice">
                    <select
                      aria-label={of('policy')}
                      value={setting.policy?.id ?? ''}
                      onChange={(event) =>
                        save(setting, { policy: policies.find(({ id }) => id === event.target.value) ?? null })
                      }
                    >
                      <option value="">{t('admin.kinds.standard')}</option>
                      {policies.map((policy) => (
                        <option key={policy.id} value={policy.id}>
                          {policy.name}
                        </option>
                      ))}
                    </select>
                    <Icon name="down" />
                  </label>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
