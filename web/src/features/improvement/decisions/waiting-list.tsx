import '../dysfunctions/dysfunctions.css';
import '../actions/actions.css';
import './decisions.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { dayOf, Shape, Trouble, useTimes } from '../../../shared/ui';
import { AnswerDelay } from '../actions/delay-forms';
import type { Action } from '../actions/documents';
import { dayShort } from '../days';
import { money } from '../dysfunctions/words';
import { useIsOverLimit } from './cost-limit';
import { type WaitingPlan, type WaitingProposal, waitingQuery } from './documents';

type Props = { plantId: string; timeZone: string };

/** What waits for the reader's word: proposals, plans, delays. */
export function WaitingList({ plantId, timeZone }: Props) {
  const { t } = useText();
  const { data, error } = useQuery(waitingQuery(plantId));
  const count = data ? data.proposals.length + data.plans.length + data.delays.length : undefined;
  return (
    <div className="waiting">
      <Trouble error={error} />
      {count === 0 && (
        <p className="nothing">
          <Shape name="circle" className="mark ok" />
          {t('decisions.nothing')}
        </p>
      )}
      {data && (
        <>
          <Part name="proposals" count={data.proposals.length}>
            {data.proposals.map((each) => (
              <ProposalRow key={each.proposal.id} waiting={each} plantId={plantId} timeZone={timeZone} />
            ))}
          </Part>
          <Part name="plans" count={data.plans.length}>
            {data.plans.map((plan) => (
              <PlanRow key={plan.id} plan={plan} plantId={plantId} timeZone={timeZone} />
            ))}
          </Part>
          <Part name="delays" count={data.delays.length}>
            {data.delays.map((action) => (
              <DelayRow key={action.id} action={action} timeZone={timeZone} />
            ))}
          </Part>
        </>
      )}
    </div>
  );
}

function Part({ name, count, children }: { name: string; count: number; children: ReactNode }) {
  const { t } = useText();
  if (count === 0) return null;
  return (
    <section className="panel part" aria-labelledby={`waiting-${name}`}>
      <header>
        <h2 id={`waiting-${name}`}>
          {t(`decisions.${name}`)} <b className="count">{count}</b>
        </h2>
      </header>
      <ul>{children}</ul>
    </section>
  );
}

type RowProps = { plantId: string; timeZone: string };

function ProposalRow({ waiting: { about, proposal }, plantId, timeZone }: RowProps & { waiting: WaitingProposal }) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  return (
    <li>
      <Link to={`/desk/improvement/dysfunctions/${about.id}`}>
        <strong>{about.title}</strong>
        <small>
          <span className="num">{about.number}</span>
          {about.area && ` · ${about.area.name}`} ·{' '}
          {t('dysfunctions.page.proposedBy', {
            name: proposal.proposedBy?.name ?? '–',
            moment: times.moment(Date.parse(proposal.proposedAt), now),
          })}
        </small>
      </Link>
      <Amounts plantId={plantId} cost={proposal.cost} gain={proposal.gain} />
      <span className="button">{t('decisions.decide')}</span>
    </li>
  );
}

function PlanRow({ plan, plantId, timeZone }: RowProps & { plan: WaitingPlan }) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const isLate = plan.answerDueAt !== null && Date.parse(plan.answerDueAt) < now;
  return (
    <li>
      <Link to={`/desk/improvement/plans/${plan.id}`}>
        <strong>{plan.title}</strong>
        <small>
          {plan.method.name} <span className="num">{plan.number}</span> · {plan.leader?.name ?? '–'}
          {plan.answerDueAt &&
            ` · ${t('decisions.answerDue', { moment: times.moment(Date.parse(plan.answerDueAt), now) })}`}
        </small>
        {isLate && (
          <span className="status">
            <Shape name="diamond" className="mark low" />
            <span className="word low">{t('decisions.late')}</span>
          </span>
        )}
      </Link>
      <Amounts plantId={plantId} cost={plan.cost} gain={null} />
      <span className="button">{t('decisions.decide')}</span>
    </li>
  );
}

function DelayRow({ action, timeZone }: { action: Action; timeZone: string }) {
  const { t, language } = useText();
  const today = dayOf(useNow(), timeZone);
  const [answer, setAnswer] = useState<boolean>();
  const asked = action.delays.find(({ state }) => state === 'ASKED');
  const on = (day: string) => dayShort(day, language, today);
  return (
    <li className="delay">
      <div>
        <strong>{action.what}</strong>
        <small>
          {action.owner?.name ?? '–'} · {on(action.dueOn)} → <b>{asked && on(asked.newDueOn)}</b>
          {action.slips > 0 && ` · ${t('actions.page.slips', { count: action.slips })}`}
        </small>
        {asked && <p>{asked.cause}</p>}
      </div>
      <div className="row">
        <button type="button" className="button" onClick={() => setAnswer(true)}>
          {t('actions.page.order.ACCEPT_DELAY')}
        </button>
        <button type="button" className="button" onClick={() => setAnswer(false)}>
          {t('actions.page.order.REFUSE_DELAY')}
        </button>
      </div>
      {answer !== undefined && <AnswerDelay action={action} accepted={answer} onLeave={() => setAnswer(undefined)} />}
    </li>
  );
}

type Money = { amount: number; currency: string };

function Amounts({ plantId, cost, gain }: { plantId: string; cost: Money | null; gain: Money | null }) {
  const { t, language } = useText();
  const isOver = useIsOverLimit(plantId, cost);
  return (
    <span className="amounts">
      {cost && (
        <span>
          {t('plans.page.cost')} <b>{money(cost, language)}</b>
        </span>
      )}
      {gain && (
        <span>
          {t('plans.page.gain')} <b>{money(gain, language)}</b>
        </span>
      )}
      {isOver && (
        <span className="status">
          <Shape name="diamond" className="mark low" />
          <span className="word low">{t('decisions.over')}</span>
        </span>
      )}
    </span>
  );
}
