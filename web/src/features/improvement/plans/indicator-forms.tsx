import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, FormDialog, Select } from '../../../shared/ui';
import type { Indicator, Plan } from './documents';
import { useMeasure, useSaveIndicator } from './plans';
import { readNumber } from './values';

const sources = [
  'MANUAL',
  'STOCK_OUTS',
  'ALERTS',
  'LINE_STOP_MINUTES',
  'STOCK_OUT_HOURS',
  'TIME_TO_RESOLVE',
  'TIME_TO_ACKNOWLEDGE',
  'LATE_DELIVERIES',
] as const;
const directions = ['LOWER', 'HIGHER'] as const;
const exposures = ['WORKING_HOURS', 'UNITS_MADE', 'DELIVERIES'] as const;

type Period = { from: string; to: string; value: string; exposure: string };
const blank: Period = { from: '', to: '', value: '', exposure: '' };
const asPeriod = ({ from, to, value, exposure }: Period) => ({
  from,
  to,
  value: readNumber(value) ?? 0,
  exposure: readNumber(exposure) ?? null,
});

/** What is measured, which way is better, where it starts from and where it is to go. */
export function IndicatorForm({
  plan,
  indicator,
  onLeave,
}: {
  plan: Plan;
  indicator: Indicator | undefined;
  onLeave: () => void;
}) {
  const { t } = useText();
  const saving = useSaveIndicator();
  const [direction, setDirection] = useState<(typeof directions)[number]>(indicator?.direction ?? 'LOWER');
  const [source, setSource] = useState<(typeof sources)[number]>(indicator?.source ?? 'MANUAL');
  const [exposure, setExposure] = useState<(typeof exposures)[number]>(indicator?.exposure ?? 'WORKING_HOURS');
  const [period, setPeriod] = useState(blank);
  const [form, setForm] = useState({
    name: indicator?.name ?? '',
    unit: indicator?.unit ?? '',
    target: indicator?.target === null || indicator?.target === undefined ? '' : String(indicator.target),
    targetOn: indicator?.targetOn ?? '',
  });
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const send = () =>
    saving.mutate(
      {
        ...(indicator ? { indicatorId: indicator.id, expectedVersion: indicator.version } : { planId: plan.id }),
        name: form.name,
        unit: form.unit,
        direction,
        source,
        exposure,
        target: readNumber(form.target) ?? null,
        targetOn: form.targetOn || null,
        ...(period.from &&
          period.to &&
          (source === 'MANUAL'
            ? { baseline: asPeriod(period) }
            : { computeBaseline: { from: period.from, to: period.to } })),
      },
      { onSuccess: onLeave },
    );
  return (
    <FormDialog
      wide
      title={t('plans.page.indicator')}
      submit={t('admin.save')}
      error={saving.error}
      busy={saving.isPending}
      onSend={send}
      onLeave={onLeave}
    >
      <div className="row">
        <Field name="name" label={t('plans.page.indicatorName')}>
          {(control) => (
            <input {...control} required value={form.name} onChange={(event) => set({ name: event.target.value })} />
          )}
        </Field>
        <Field name="unit" label={t('plans.page.unit')} className="short">
          {(control) => (
            <input {...control} required value={form.unit} onChange={(event) => set({ unit: event.target.value })} />
          )}
        </Field>
      </div>
      <div className="row">
        <Field name="source" label={t('plans.page.measuredBy')}>
          {(control) => (
            <Select
              {...control}
              value={source}
              options={sources.map((each) => ({ value: each, label: t(`plans.page.source.${each}`) }))}
              onChange={setSource}
            />
          )}
        </Field>
        <Field name="direction" label={t('plans.page.better')}>
          {(control) => (
            <Select
              {...control}
              value={direction}
              options={directions.map((each) => ({ value: each, label: t(`plans.page.direction.${each}`) }))}
              onChange={setDirection}
            />
          )}
        </Field>
        <Field name="exposure" label={t('plans.page.comparedBy')}>
          {(control) => (
            <Select
              {...control}
              value={exposure}
              options={exposures.map((each) => ({ value: each, label: t(`plans.page.exposure.${each}`) }))}
              onChange={setExposure}
            />
          )}
        </Field>
      </div>
      <div className="row">
        <Field name="target" label={t('plans.page.target')}>
          {(control) => (
            <input
              {...control}
              inputMode="decimal"
              value={form.target}
              onChange={(event) => set({ target: event.target.value })}
            />
          )}
        </Field>
        <Field name="targetOn" label={t('plans.page.targetOn')}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={form.targetOn}
              onChange={(event) => set({ targetOn: event.target.value })}
            />
          )}
        </Field>
      </div>
      <h3>{t('plans.page.baseline')}</h3>
      <PeriodFields
        path={source === 'MANUAL' ? 'baseline' : 'computeBaseline'}
        byHand={source === 'MANUAL'}
        period={period}
        onChange={setPeriod}
      />
    </FormDialog>
  );
}

/** One value over a stated period: written, or counted from the plant's own data. */
export function MeasureForm({ indicator, onLeave }: { indicator: Indicator; onLeave: () => void }) {
  const { t } = useText();
  const measuring = useMeasure();
  const [period, setPeriod] = useState(blank);
  const [note, setNote] = useState('');
  const byHand = indicator.source === 'MANUAL';
  return (
    <FormDialog
      title={t('plans.page.measure')}
      submit={t('plans.page.measure')}
      error={measuring.error}
      busy={measuring.isPending}
      onSend={() =>
        measuring.mutate(
          {
            indicatorId: indicator.id,
            expectedVersion: indicator.version,
            note: note || null,
            ...(byHand ? { period: asPeriod(period) } : { compute: { from: period.from, to: period.to } }),
          },
          { onSuccess: onLeave },
        )
      }
      onLeave={onLeave}
    >
      <p className="muted">
        {indicator.name}, {indicator.unit}
      </p>
      <PeriodFields path={byHand ? 'period' : 'compute'} byHand={byHand} period={period} onChange={setPeriod} />
      <Field name="note" label={t('plans.page.note')}>
        {(control) => <textarea {...control} rows={2} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </FormDialog>
  );
}

type PeriodProps = { path: string; byHand: boolean; period: Period; onChange: (period: Period) => void };

function PeriodFields({ path, byHand, period, onChange }: PeriodProps) {
  const { t } = useText();
  const put = (part: Partial<Period>) => onChange({ ...period, ...part });
  return (
    <div className="row">
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} name={`${path}.${end}`} label={t(`plans.page.period.${end}`)}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={period[end]}
              onChange={(event) => put({ [end]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {byHand &&
        (['value', 'exposure'] as const).map((part) => (
          <Field key={part} name={`${path}.${part}`} label={t(`plans.page.period.${part}`)}>
            {(control) => (
              <input
                {...control}
                inputMode="decimal"
                value={period[part]}
                onChange={(event) => put({ [part]: event.target.value })}
              />
            )}
          </Field>
        ))}
    </div>
  );
}
