import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, Form, FormTrouble, TimeInput } from '../../../shared/ui';
import { type Settings, useSaveSettings, useSaveStopCost } from './settings';

type Props = { plantId: string; settings: Settings };

/** What an hour of a stopped line costs: alerts and dysfunctions are priced by it. */
export function StopCostForm({ plantId, settings }: Props) {
  const { t } = useText();
  const [typed, setTyped] = useState<string>();
  const saving = useSaveStopCost(() => setTyped(undefined));
  const kept = String(settings.stopCost?.perHour ?? '');
  const value = typed ?? kept;
  return (
    <Form
      className="panel part rule settings"
      label={t('admin.plans.stopCost')}
      error={saving.error}
      onSend={() =>
        saving.mutate({
          plantId,
          perHour: value === '' ? null : Number(value),
          expectedVersion: settings.stopCost?.version ?? 0,
        })
      }
    >
      <header>
        <h2>{t('admin.plans.stopCost')}</h2>
      </header>
      <p>{t('admin.plans.stopCostMeans')}</p>
      <div className="row">
        <Field name="perHour" label={t('admin.plans.perHour')} hint={t('admin.plans.stopCostEmpty')}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={0}
              step={0.01}
              inputMode="decimal"
              value={value}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      </div>
      <FormTrouble error={saving.error} />
      <Save isDirty={value !== kept} isBusy={saving.isPending} />
    </Form>
  );
}

/** Above which cost a manager decides, and when the meetings of levels end. */
export function PlanSettingsForm({ plantId, settings }: Props) {
  const { t } = useText();
  const [limit, setLimit] = useState<string>();
  const [ends, setEnds] = useState<Record<string, string>>({});
  const saving = useSaveSettings(() => {
    setLimit(undefined);
    setEnds({});
  });
  const { costLimit, cutOffs, version } = settings.planSettings;
  const keptLimit = String(costLimit?.amount ?? '');
  const endOf = (level: string) => ends[level] ?? cutOffs.find((each) => each.level === level)?.at ?? '';
  const methods = settings.methods.filter(({ levels }) => levels.length > 0);
  const levels = [...new Set(methods.flatMap((method) => method.levels.map(({ code }) => code)))];
  const given = levels.flatMap((level) => (endOf(level) ? [{ level, at: endOf(level) }] : []));
  const isDirty =
    (limit ?? keptLimit) !== keptLimit ||
    levels.some((level) => endOf(level) !== (cutOffs.find((each) => each.level === level)?.at ?? ''));
  return (
    <Form
      className="panel part rule settings"
      label={t('admin.plans.rules')}
      error={saving.error}
      onSend={() =>
        saving.mutate({
          plantId,
          costLimit: (limit ?? keptLimit) === '' ? null : Number(limit ?? keptLimit),
          cutOffs: given,
          expectedVersion: version,
        })
      }
    >
      <header>
        <h2>{t('admin.plans.rules')}</h2>
        {version === 0 && <span className="muted">{t('admin.recurrence.standard')}</span>}
      </header>
      <p>{t('admin.plans.limitMeans')}</p>
      <div className="row">
        <Field name="costLimit" label={t('admin.plans.costLimit')} hint={t('admin.plans.limitEmpty')}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={0}
              step={0.01}
              inputMode="decimal"
              value={limit ?? keptLimit}
              onChange={(event) => setLimit(event.target.value)}
            />
          )}
        </Field>
      </div>
      {methods.map((method) => (
        <fieldset key={method.code} className="field">
          <legend>{t('admin.plans.cutOffs', { method: method.name })}</legend>
          <p className="muted">{t('admin.plans.cutOffsMean')}</p>
          <div className="row">
            {method.levels.map(({ code, name }) => (
              <Field key={code} name={`cutOffs[${given.findIndex(({ level }) => level === code)}].at`} label={name}>
                {(control) => (
                  <TimeInput {...control} value={endOf(code)} onChange={(at) => setEnds({ ...ends, [code]: at })} />
                )}
              </Field>
            ))}
          </div>
        </fieldset>
      ))}
      <FormTrouble error={saving.error} />
      <Save isDirty={isDirty} isBusy={saving.isPending} />
    </Form>
  );
}

function Save({ isDirty, isBusy }: { isDirty: boolean; isBusy: boolean }) {
  const { t } = useText();
  return (
    <footer>
      <button type="submit" className={isDirty ? 'button main' : 'button'} disabled={!isDirty || isBusy}>
        {t('admin.save')}
      </button>
    </footer>
  );
}
