import { useId } from 'react';
import { useText } from '../../../shared/text';
import { quantity, Select } from '../../../shared/ui';

type Pareto = { groupBy?: string; from?: string; to?: string; rows?: { label: string; count: number }[] };
const groups = ['KIND', 'PRODUCT', 'PLACE', 'CAUSE'] as const;

/** A Pareto of the plant's own alerts: one says by what and from when to when, the server counts. */
export function ParetoEditor({
  value,
  onChange,
}: {
  value: unknown;
  onChange: (value: unknown, atOnce?: boolean) => void;
}) {
  const { t } = useText();
  const id = useId();
  const pareto = (value ?? {}) as Pareto;
  const put = (part: Pareto) => {
    const { rows: _, ...asked } = { ...pareto, ...part };
    onChange(asked, Boolean(asked.groupBy && asked.from && asked.to));
  };
  return (
    <>
      <div className="row">
        <div className="field">
          <label htmlFor={id}>{t('plans.page.countBy')}</label>
          <Select
            id={id}
            value={(pareto.groupBy ?? '') as 'KIND'}
            empty={t('common.choose')}
            options={groups.map((each) => ({ value: each, label: t(`methods.paretoGroup.${each}`) }))}
            onChange={(groupBy) => put({ groupBy })}
          />
        </div>
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className="field">
            <span>{t(`plans.page.period.${end}`)}</span>
            <input type="date" value={pareto[end] ?? ''} onChange={(event) => put({ [end]: event.target.value })} />
          </label>
        ))}
      </div>
      <ParetoPicture value={value} />
    </>
  );
}

/** Bars from the most to the least, with the share that they have together. */
export function ParetoPicture({ value }: { value: unknown }) {
  const { language } = useText();
  const rows = ((value ?? {}) as Pareto).rows ?? [];
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  const most = rows[0]?.count ?? 1;
  let sum = 0;
  return (
    <ol className="pareto-rows">
      {rows.map(({ label, count }) => {
        sum += count;
        return (
          <li key={label}>
            <span>{label}</span>
            <span className="bar">
              <i
                className={(sum - count) / all < 0.8 ? 'vital' : undefined}
                style={{ width: `${(100 * count) / most}%` }}
              />
            </span>
            <b className="num">{quantity(count, language)}</b>
            <small className="num">{Math.round((100 * sum) / all)} %</small>
          </li>
        );
      })}
    </ol>
  );
}
