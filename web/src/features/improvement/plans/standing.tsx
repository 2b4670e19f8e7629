import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, Form, FormTrouble, Icon, Trouble, useTimes } from '../../../shared/ui';
import { useMinute } from '../days';
import { dayName, money } from '../dysfunctions/words';
import { CharterForm } from './charter-form';
import { Charter } from './charter-sheet';
import type { Plan } from './documents';
import { may } from './life';
import { LifeBar } from './life-bar';
import { useAnswerPlan, useSubmit } from './plans';

type Props = { plan: Plan; meId: string; timeZone: string };

/** Where the plan stands before its steps: its charter, and what is asked of whoever reads it. */
export function Standing({ plan, meId, timeZone }: Props) {
  const { t, language } = useText();
  const times = useTimes(timeZone);
  const now = useMinute();
  const submitting = useSubmit();
  const [edits, setEdits] = useState(false);
  const isMine = plan.sponsor?.id === meId;
  const decides = may(plan, 'APPROVE');
  const facts = [
    plan.promotesAt && t('plans.life.promotes', { moment: times.moment(Date.parse(plan.promotesAt), now) }),
    plan.deadline && t('plans.page.until', { day: dayName(plan.deadline, language) }),
    plan.followUpDays && t('plans.page.everyDays', { count: plan.followUpDays }),
    plan.cost && `${t('plans.page.cost')} ${money(plan.cost, language)}`,
    plan.gain && `${t('plans.page.gain')} ${money(plan.gain, language)}`,
  ].filter(Boolean);
  const says =
    plan.state === 'DRAFT'
      ? t(plan.reason ? 'plans.page.refusedSays' : 'plans.page.draftSays', {
          sponsor: plan.sponsor?.name ?? plan.method.sponsorTitle,
          reason: plan.reason,
        })
      : plan.state === 'SUBMITTED'
        ? t('plans.page.submittedSays', {
            sponsor: plan.sponsor?.name ?? '–',
            moment: plan.answerDueAt ? times.moment(Date.parse(plan.answerDueAt), now) : '–',
          })
        : plan.state === 'SUSPENDED'
          ? t('plans.life.suspendedSays', {
              day: plan.reviewOn ? dayName(plan.reviewOn, language) : '–',
              reason: plan.reason,
            })
          : plan.reason;
  return (
    <section className={`panel part standing ${decides && isMine ? 'to-decide' : ''}`}>
      <header>
        <div>
          {says && <p>{says}</p>}
          {facts.length > 0 && <p className="muted">{facts.join(' · ')}</p>}
        </div>
        <div className="row">
          {may(plan, 'REVISE') && (
            <button type="button" className="button" onClick={() => setEdits(true)}>
              <Icon name="pen" />
              {t('plans.page.charter')}
            </button>
          )}
          {may(plan, 'SUBMIT') && (
            <button
              type="button"
              className="button main"
              disabled={submitting.isPending}
              onClick={() => submitting.mutate({ planId: plan.id, expectedVersion: plan.version })}
            >
              {t('plans.page.submit')}
            </button>
          )}
          <LifeBar plan={plan} />
        </div>
      </header>
      <Trouble error={submitting.error} />
      {decides && isMine ? (
        <Charter plan={plan} />
      ) : (
        <details>
          <summary>{t('plans.page.charterRead')}</summary>
          <Charter plan={plan} />
        </details>
      )}
      {decides &&
        (isMine ? (
          <Decision plan={plan} />
        ) : (
          <details>
            <summary>{t('plans.life.answerFor', { name: plan.sponsor?.name ?? plan.method.sponsorTitle })}</summary>
            <Decision plan={plan} />
          </details>
        ))}
      {edits && <CharterForm plan={plan} onLeave={() => setEdits(false)} />}
    </section>
  );
}

/** The sponsor's word on the plan. */
function Decision({ plan }: { plan: Plan }) {
  const { t } = useText();
  const approving = useAnswerPlan(true);
  const refusing = useAnswerPlan(false);
  const [text, setText] = useState('');
  const on = { planId: plan.id, text, expectedVersion: plan.version };
  const error = approving.error ?? refusing.error;
  const busy = approving.isPending || refusing.isPending;
  return (
    <Form className="form decision" label={t('plans.page.decide')} error={error} onSend={() => approving.mutate(on)}>
      <Field name="reason" also="comment" label={t('plans.page.wordOnPlan')} hint={t('plans.page.wordHint')}>
        {(control) => <textarea {...control} rows={2} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <FormTrouble error={error} />
      <div className="row">
        <button type="submit" className="button main" disabled={busy}>
          {t('plans.page.approve')}
        </button>
        <button type="button" className="button" disabled={busy} onClick={() => refusing.mutate(on)}>
          {t('plans.page.refuse')}
        </button>
      </div>
    </Form>
  );
}
