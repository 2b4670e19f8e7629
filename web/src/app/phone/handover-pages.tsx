import { useNavigate, useParams } from 'react-router';
import { HandoverAnswer } from '../../features/alerts/handover-answer';
import { HandoverDraft } from '../../features/alerts/handover-draft';
import { HandoverList } from '../../features/alerts/handover-list';
import { useText, useTitle } from '../../shared/text';
import { Head } from './head';
import { useStanding } from './phone-shell';

/** The shift that ends, and the handovers before it. */
export function HandoversPage() {
  const { t } = useText();
  const { me, plant } = useStanding();
  const navigate = useNavigate();
  useTitle(t('handoverPage.title'));
  return (
    <>
      <Head title={t('handoverPage.title')} back />
      <main className="said">
        <HandoverList plantId={plant.id} timeZone={plant.timeZone} path="/handovers" only="asked" />
        <HandoverDraft
          plantId={plant.id}
          ownAreaId={me.memberships.find((each) => each.plant.id === plant.id)?.areas[0]?.id}
          timeZone={plant.timeZone}
          path="/a"
          onSigned={(id) => void navigate(`/handovers/${id}`)}
        />
        <HandoverList plantId={plant.id} timeZone={plant.timeZone} path="/handovers" only="others" />
      </main>
    </>
  );
}

/** One handover, to read and to answer. */
export function HandoverPage() {
  const { t } = useText();
  const { plant } = useStanding();
  const { handoverId = '' } = useParams();
  useTitle(t('handoverPage.title'));
  return (
    <>
      <Head title={t('handoverPage.title')} back />
      <main className="said">
        <HandoverAnswer id={handoverId} timeZone={plant.timeZone} path="/a" />
      </main>
    </>
  );
}
