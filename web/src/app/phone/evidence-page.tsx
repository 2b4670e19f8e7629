import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { evidenceQuery } from '../../features/reporting/evidence/evidence';
import { EvidenceBody } from '../../features/reporting/evidence/evidence-body';
import { PeriodAndPrint, useAsked } from '../../features/reporting/evidence/period';
import { useText, useTitle } from '../../shared/text';
import { Head } from './head';
import { useStanding } from './phone-shell';

/** What one can show for the certification, on the phone. */
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
      <Head title={title} back />
      <main>
        <div className="evidence-period">
          <PeriodAndPrint asked={asked} />
        </div>
        <EvidenceBody asked={asked} plantId={plant.id} timeZone={plant.timeZone} page="/evidence" />
      </main>
    </>
  );
}
