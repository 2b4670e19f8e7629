import { useNavigate, useParams } from 'react-router';
import { HandoverAnswer } from '../../features/alerts/handover-answer';
import { HandoverDraft } from '../../features/alerts/handover-draft';
import { HandoverList } from '../../features/alerts/handover-list';
import { useText, useTitle } from '../../shared/text';
import { useStanding } from './desk-shell';

/** The shift that ends on the left (or the handover that was chosen), and those before it. */
export function HandoverPage() {
  const { t } = useText();
  const { me, plant } = useStanding();
  const { handoverId } = useParams();
  const navigate = useNavigate();
  useTitle(t('handoverPage.title'));
  return (
    <>
      <header className="head">
        <h1>{t('handoverPage.title')}</h1>
      </header>
      <div className="handover-page">
        {handoverId ? (
          <HandoverAnswer key={handoverId} id={handoverId} timeZone={plant.timeZone} path="/desk/alerts" />
        ) : (
          <HandoverDraft
            plantId={plant.id}
            ownAreaId={me.memberships.find((each) => each.plant.id === plant.id)?.areas[0]?.id}
            timeZone={plant.timeZone}
            path="/desk/alerts"
            onSigned={(id) => void navigate(`/desk/handovers/${id}`)}
          />
        )}
        <HandoverList plantId={plant.id} timeZone={plant.timeZone} path="/desk/handovers" selectedId={handoverId} />
      </div>
    </>
  );
}
