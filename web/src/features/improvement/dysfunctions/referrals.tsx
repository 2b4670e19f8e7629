import { useState } from 'react';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { Field, FormDialog, Select, useTimes } from '../../../shared/ui';
import type { Dysfunction, Referral } from './documents';
import { useAnswer, useRefer } from './dysfunctions';

const services = [
  'MAINTENANCE',
  'IT',
  'QUALITY',
  'PURCHASING',
  'SCHEDULING',
  'LOGISTICS_METHODS',
  'HSE',
  'HR',
] as const;

/** What support services were asked, and what they answered. */
export function Referrals({ referrals, timeZone }: { referrals: Referral[]; timeZone: string }) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const [answered, setAnswered] = useState<Referral>();
  return (
    <>
      <ul className="referrals">
        {referrals.map((referral) => (
          <li key={referral.id}>
            <b>{t(`dysfunctions.service.${referral.service}`)}</b>
            <small>
              {referral.askedBy?.name} · {times.instant(Date.parse(referral.askedAt), now)}
            </small>
            <p>{referral.question}</p>
            {referral.answer ? (
              <blockquote>
                {referral.answer}
                <small>
                  {referral.answeredBy?.name}
                  {referral.answeredAt && ` · ${times.instant(Date.parse(referral.answeredAt), now)}`}
                </small>
              </blockquote>
            ) : (
              referral.canAnswer && (
                <button type="button" className="button" onClick={() => setAnswered(referral)}>
                  {t('dysfunctions.page.answer')}
                </button>
              )
            )}
          </li>
        ))}
      </ul>
      {answered && <AnswerForm referral={answered} onLeave={() => setAnswered(undefined)} />}
    </>
  );
}

function AnswerForm({ referral, onLeave }: { referral: Referral; onLeave: () => void }) {
  const { t } = useText();
  const answering = useAnswer();
  const [answer, setAnswer] = useState('');
  return (
    <FormDialog
      title={t('dysfunctions.page.answer')}
      submit={t('dysfunctions.page.answer')}
      error={answering.error}
      busy={answering.isPending}
      onSend={() => answering.mutate({ referralId: referral.id, answer }, { onSuccess: onLeave })}
      onLeave={onLeave}
    >
      <p className="muted">{referral.question}</p>
      <Field name="answer" label={t('dysfunctions.page.answerOf')}>
        {(control) => (
          <textarea {...control} required rows={3} value={answer} onChange={(event) => setAnswer(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}

/** Asks a support service about a dysfunction. */
export function ReferForm({ dysfunction, onLeave }: { dysfunction: Dysfunction; onLeave: () => void }) {
  const referring = useRefer();
  return (
    <AskService
      need={services.find((each) => each === dysfunction.supportNeed)}
      error={referring.error}
      busy={referring.isPending}
      onSend={(asked) =>
        referring.mutate(
          { dysfunctionId: dysfunction.id, expectedVersion: dysfunction.version, ...asked },
          { onSuccess: onLeave },
        )
      }
      onLeave={onLeave}
    />
  );
}

type Service = (typeof services)[number];
type AskProps = {
  need?: Service | undefined;
  error: unknown;
  busy: boolean;
  onSend: (asked: { service: Service; question: string }) => void;
  onLeave: () => void;
};

/** A question to a support service. */
export function AskService({ need, error, busy, onSend, onLeave }: AskProps) {
  const { t } = useText();
  const [service, setService] = useState<Service | ''>(need ?? '');
  const [question, setQuestion] = useState('');
  return (
    <FormDialog
      title={t('dysfunctions.page.refer')}
      submit={t('dysfunctions.page.refer')}
      error={error}
      busy={busy}
      onSend={() => service && onSend({ service, question })}
      onLeave={onLeave}
    >
      <Field name="service" label={t('dysfunctions.page.service')}>
        {(control) => (
          <Select
            {...control}
            required
            value={service}
            empty={t('common.choose')}
            options={services.map((each) => ({ value: each, label: t(`dysfunctions.service.${each}`) }))}
            onChange={setService}
          />
        )}
      </Field>
      <Field name="question" label={t('dysfunctions.page.questionTo')}>
        {(control) => (
          <textarea
            {...control}
            required
            rows={3}
            value={question}
            onChange={(event) => setQuestion(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
