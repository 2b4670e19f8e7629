import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Icon } from '../../../shared/ui';
import type { Plan } from './documents';
import { IndicatorForm, MeasureForm } from './indicator-forms';

type Props = { plan: Plan; mayWrite: boolean };

/** What the plan is measured by: before and after with the target, and what may be said of the effect. */
export function IndicatorPanel({ plan, mayWrite }: Props) {
  const { t } = useText();
  const [open, setOpen] = useState<'new' | { change: string } | { measure: string }>();
  const leave = () => setOpen(undefined);
  const find = (id: string) => plan.indicators.find((each) => each.id === id);
  const changed = typeof open === 'object' && 'change' in open ? find(open.change) : undefined;
  const measured = typeof open === 'object' && 'measure' in open ? find(open.measure) : undefined;
  if (plan.indicators.length === 0 && !mayWrite) return null;
  return (
    <section className="panel part indicators" aria-labelledby="indicators-title">
      <header>
        <h2 id="indicators-title">{t('plans.page.indicators')}</h2>
        {mayWrite && (
          <button type="button" className="button quiet" onClick={() => setOpen('new')}>
            <Icon name="plus" />
            {t('actions.page.add')}
          </button>
        )}
      </header>
      {plan.indicators.length === 0 && <p className="none">{t('plans.page.noIndicator')}</p>}
      {plan.indicators.map((indicator) => (
        <figure key={indicator.id}>
          <figcaption>
            <b>{indicator.name}</b> <small>{indicator.unit}</small>
          </figcaption>
          <img
            alt={`${indicator.name} : ${indicator.effect.text}`}
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(indicator.drawing)}`}
          />
          <p>{indicator.effect.text}</p>
          {mayWrite && (
            <div className="row">
              <button type="button" className="button" onClick={() => setOpen({ measure: indicator.id })}>
                {t('plans.page.measure')}
              </button>
              <button type="button" className="button" onClick={() => setOpen({ change: indicator.id })}>
                {t('admin.change')}
              </button>
            </div>
          )}
        </figure>
      ))}
      {(open === 'new' || changed) && <IndicatorForm plan={plan} indicator={changed} onLeave={leave} />}
      {measured && <MeasureForm indicator={measured} onLeave={leave} />}
    </section>
  );
}
