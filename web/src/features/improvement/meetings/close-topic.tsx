import { problemOf, refusals } from '../../../shared/api';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { Shape, Trouble } from '../../../shared/ui';
import type { MeetingPlan } from './documents';
import { type Held, minutesOf } from './draft';

type Props = { plan: MeetingPlan; held: Held; error: unknown; onEnd: () => void };

/** What will be kept of the meeting; ending it sends it whole, and it is kept here until the server has it. */
export function CloseTopic({ plan, held: { draft, change, clear }, error, onEnd }: Props) {
  const { t } = useText();
  const now = useNow();
  const minutes = minutesOf(draft, now);
  const facts: [string, string][] = [
    [t('plans.page.present'), String(draft.present.length)],
    [t('plans.page.decisions'), String(draft.decisions.length + (draft.typed.decision.trim() ? 1 : 0))],
    [t('plans.page.bornHere'), String(draft.born.length + (draft.typed.what.trim() ? 1 : 0))],
  ];
  if (draft.sending) return <Sending error={error} number={plan.number} />;
  return (
    <form
      className="close-topic"
      onSubmit={(event) => {
        event.preventDefault();
        onEnd();
      }}
    >
      <dl className="facts">
        {facts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
        <div>
          <dt>
            <label htmlFor="meeting-minutes">{t('plans.page.minutes')}</label>
          </dt>
          <dd>
            <input
              id="meeting-minutes"
              type="number"
              min={1}
              max={1440}
              required
              value={minutes}
              onChange={(event) => change({ minutes: Number(event.target.value) || null })}
            />
          </dd>
        </div>
      </dl>
      <div className="notes">
        <label htmlFor="meeting-notes">{t('plans.page.notes')}</label>
        <textarea
          id="meeting-notes"
          rows={3}
          value={draft.notes}
          onChange={(event) => change({ notes: event.target.value })}
        />
      </div>
      {draft.present.length === 0 && (
        <p className="status">
          <Shape name="diamond" className="mark low" />
          {t('meetings.nobodyThere')}
        </p>
      )}
      <Refused error={error} said={draft.born.map(({ what }) => what)} />
      <div className="row">
        <button type="submit" className="button main large" disabled={draft.present.length === 0}>
          {t('plans.page.hold')}
        </button>
        <button type="button" className="button quiet" onClick={clear}>
          {t('meetings.forget')}
        </button>
      </div>
    </form>
  );
}

/** The server's sentences, each with the action that it is about. */
function Refused({ error, said }: { error: unknown; said: string[] }) {
  if (!error || problemOf(error).kind !== 'refused') return null;
  return (
    <ul className="refused">
      {refusals(error).map(({ message, field }) => {
        const about = said[Number(/^actions\[(\d+)\]/.exec(field ?? '')?.[1])];
        return (
          <li key={`${field} ${message}`}>
            <Trouble error={error} said={about ? `${about} : ${message}` : message} />
          </li>
        );
      })}
    </ul>
  );
}

function Sending({ error, number }: { error: unknown; number: string }) {
  const { t } = useText();
  const isLost = error !== undefined && problemOf(error).kind !== 'refused';
  return (
    <div className="sending" role="status">
      <p className="lead">{t(isLost ? 'meetings.waits' : 'meetings.sending', { number })}</p>
      {isLost && <Trouble error={error} />}
    </div>
  );
}
