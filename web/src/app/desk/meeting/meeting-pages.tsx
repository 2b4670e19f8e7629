import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { Cases } from '../../../features/improvement/meetings/cases';
import { meetingQuery } from '../../../features/improvement/meetings/documents';
import { MeetingView } from '../../../features/improvement/meetings/meeting-view';
import { useText, useTitle } from '../../../shared/text';
import { Trouble } from '../../../shared/ui';
import { useStanding } from '../desk-shell';

/** The meeting of one plan. */
export function PlanMeetingPage() {
  const { t } = useText();
  const { me, plant } = useStanding();
  const { planId = '' } = useParams();
  const [search] = useSearchParams();
  const { data, error } = useQuery(meetingQuery(planId));
  useTitle(data ? `${t('plans.page.meeting')} ${data.number}` : t('plans.page.meeting'));
  if (!data)
    return (
      <main className="topic">
        <Trouble error={error} />
        {data === null && <p className="none">{t('plans.page.unknown')}</p>}
      </main>
    );
  const list = new URLSearchParams(search);
  list.delete('from');
  list.set('at', planId);
  return (
    <MeetingView
      key={planId}
      plan={data}
      meId={me.id}
      timeZone={plant.timeZone}
      mayHold={data.commands.includes('HOLD_MEETING')}
      back={search.has('from') ? `/desk/improvement/meeting?${list}` : `/desk/improvement/plans/${planId}`}
    />
  );
}

/** The meeting of a level or an area: its cases, one after the other. */
export function CasesPage() {
  const { t } = useText();
  const { plant } = useStanding();
  useTitle(t('meetings.ofCases'));
  return <Cases plantId={plant.id} timeZone={plant.timeZone} />;
}
