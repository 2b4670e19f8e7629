import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { evidenceQuery } from '../../features/reporting/evidence/evidence';
import { EvidenceBody } from '../../features/reporting/evidence/evidence-body';
import { PeriodAndPrint, useAsked } from '../../features/reporting/evidence/period';
import { useText, useTitle } from '../../shared/text';
import { useStanding } from './desk-shell';

/** What one can show for the certification, or what somebody shares. */
export function EvidencePage() {
  const { t } = useText();
  const { plant } = useStanding();
  const { personId } = useParams();
  const asked = useAsked(personId);
  const { data } = useQuery(evidenceQuery(asked));
  const title = data?.isOwn === false ? t('evidence.titleOf', { person: data.person.name }) : t('evidence.title');
  useTitle(title);
  return (
    <>
      <header className="head">
        <h1>{title}</h1>
        <div className="end">
          <PeriodAndPrint asked={asked} />
        </div>
      </header>
      <EvidenceBody asked={asked} plantId={plant.id} timeZone={plant.timeZone} page="/desk/evidence" />
    </>
  );
}
