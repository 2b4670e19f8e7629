import { useText } from '../../../shared/text';
import { alertKinds } from '../../../shared/ui';
import type { Plan } from './documents';

export const choices = ['setting', 'participants', 'method', 'communication', 'deadline'] as const;
export const constraints = ['technical', 'quality', 'environment', 'safety'] as const;

/** A family of alerts by the word of its kind; stock-outs and shortages are one. */
const familyName = (family: string, t: (key: string) => string): string => {
  const kind = alertKinds.find((each) => each.replaceAll('_', '').toLowerCase() === family.toLowerCase());
  return family === 'Supply' ? t('alerts.kind.STOCK_OUT') : kind ? t(`alerts.kind.${kind}`) : family;
};

/** The charter as one reads it: why it is done this way, by whom, and what it must respect. */
export function Charter({ plan }: { plan: Plan }) {
  const { t } = useText();
  const said = (text: string | null) => text ?? <span className="muted">{t('plans.page.unsaid')}</span>;
  return (
    <div className="charter">
      <dl className="boxes">
        <div className="whole">
          <dt>{t('dysfunctions.page.perimeter')}</dt>
          <dd>{said(plan.perimeter)}</dd>
        </div>
        {choices.map((choice) => (
          <div key={choice}>
            <dt>{t(`plans.page.choice.${choice}`)}</dt>
            <dd>{said(plan.choices[choice])}</dd>
          </div>
        ))}
        {constraints.map((side) => (
          <div key={side}>
            <dt>{t(`plans.page.constraint.${side}`)}</dt>
            <dd>{said(plan.constraints[side])}</dd>
          </div>
        ))}
        <div>
          <dt>{t('plans.page.keys')}</dt>
          <dd>
            {plan.keys.length === 0
              ? said(null)
              : plan.keys
                  .map(({ family, place, product }) =>
                    [product?.name, place?.name, family && familyName(family, t)].filter(Boolean).join(' · '),
                  )
                  .join(' ; ')}
          </dd>
        </div>
      </dl>
      {plan.participants.length > 0 && (
        <ul className="missions">
          {plan.participants.map(({ person, role, mission, skill }, index) => (
            <li key={person?.id ?? index}>
              <b>{person?.name ?? '–'}</b> {role} : {mission} {skill && <span className="muted">({skill})</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
