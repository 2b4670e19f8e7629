import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { useTimes } from '../../../shared/ui';
import { RiskGrid } from './analysis-picture';
import type { Risks } from './analysis-values';
import type { ProposalSheet } from './documents';
import { dayName, money } from './words';

const constraints = ['technical', 'quality', 'environment', 'safety'] as const;

/** A proposal on one page: what, with what, for what, by when, who, what it costs and brings, and what stands against it. */
export function Sheet({ proposal, timeZone }: { proposal: ProposalSheet; timeZone: string }) {
  const { t, language } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const people = [...proposal.people.map(({ name }) => name), proposal.involved].filter(Boolean).join(', ');
  return (
    <div className="sheet">
      <p className="muted">
        {t('dysfunctions.page.proposedBy', {
          name: proposal.proposedBy?.name ?? '–',
          moment: times.moment(Date.parse(proposal.proposedAt), now),
        })}
      </p>
      <dl className="boxes">
        {(['description', 'means', 'objectives'] as const).map((part) => (
          <div key={part} className={part === 'description' ? 'whole' : ''}>
            <dt>{t(`dysfunctions.page.${part === 'means' ? 'resources' : part}`)}</dt>
            <dd>{proposal[part]}</dd>
          </div>
        ))}
        <div>
          <dt>{t('dysfunctions.page.deadline')}</dt>
          <dd>{dayName(proposal.deadline, language)}</dd>
        </div>
        <div>
          <dt>{t('dysfunctions.page.people')}</dt>
          <dd>{people}</dd>
        </div>
        <div>
          <dt>{t('dysfunctions.page.cost')}</dt>
          <dd className="amount">{money(proposal.cost, language)}</dd>
        </div>
        <div>
          <dt>{t('dysfunctions.page.gain')}</dt>
          <dd className="amount">{proposal.gain ? money(proposal.gain, language) : t('dysfunctions.unsaid')}</dd>
        </div>
      </dl>
      <h4>{t('dysfunctions.page.constraints')}</h4>
      <dl className="boxes">
        {constraints.map((part) => (
          <div key={part}>
            <dt>{t(`dysfunctions.page.constraint.${part}`)}</dt>
            <dd>{proposal.constraints[part]}</dd>
          </div>
        ))}
      </dl>
      {proposal.alternatives.length > 0 && (
        <>
          <h4>{t('dysfunctions.page.alternatives')}</h4>
          <ul className="alternatives">
            {proposal.alternatives.map(({ text, whyNot }) => (
              <li key={text}>
                <b>{text}</b>
                <span>{whyNot}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {proposal.risks != null && (
        <>
          <h4>{t('dysfunctions.analysis.RISKS')}</h4>
          <RiskGrid risks={proposal.risks as Risks} />
        </>
      )}
      {proposal.decision && (
        <div className="decided">
          <b>{t(`dysfunctions.decision.${proposal.decision.kind}`)}</b>
          <p>{proposal.decision.reason}</p>
          {proposal.decision.adjustment && (
            <p>{t('dysfunctions.page.adjustedTo', { adjustment: proposal.decision.adjustment })}</p>
          )}
          <small>
            {t('dysfunctions.page.decidedBy', {
              name: proposal.decision.by?.name ?? '–',
              moment: times.moment(Date.parse(proposal.decision.at), now),
            })}
          </small>
        </div>
      )}
    </div>
  );
}
