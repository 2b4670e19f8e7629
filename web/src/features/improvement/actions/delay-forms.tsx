import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, FormDialog } from '../../../shared/ui';
import { dayName } from '../dysfunctions/words';
import { useAnswerDelay, useArgue } from './actions';
import type { Action } from './documents';

type Props = { action: Action; onLeave: () => void };
const parts = ['cause', 'impact', 'measures'] as const;

/** Why a date cannot be kept, what that costs, what is done about it, and the new date: the sponsor answers. */
export function ArgueDelay({ action, onLeave }: Props) {
  const { t, language } = useText();
  const arguing = useArgue();
  const [newDueOn, setDue] = useState('');
  const [words, setWords] = useState({ cause: '', impact: '', measures: '' });
  return (
    <FormDialog
      title={t('actions.page.order.ARGUE_DELAY')}
      submit={t('actions.page.askDelay')}
      error={arguing.error}
      busy={arguing.isPending}
      onSend={() =>
        arguing.mutate(
          { actionId: action.id, expectedVersion: action.version, newDueOn, ...words },
          { onSuccess: onLeave },
        )
      }
      onLeave={onLeave}
    >
      <p className="muted">
        {action.what} · {t('actions.page.dueNow', { day: dayName(action.dueOn, language) })}
      </p>
      {parts.map((part) => (
        <Field key={part} name={part} label={t(`actions.page.${part}`)}>
          {(control) => (
            <textarea
              {...control}
              required
              rows={2}
              value={words[part]}
              onChange={(event) => setWords({ ...words, [part]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field name="newDueOn" label={t('actions.page.newDue')} hint={t('actions.page.newDueHint')}>
        {(control) => (
          <input {...control} type="date" required value={newDueOn} onChange={(event) => setDue(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}

/** The sponsor's word on a delay that was argued. */
export function AnswerDelay({ action, accepted, onLeave }: Props & { accepted: boolean }) {
  const { t, language } = useText();
  const answering = useAnswerDelay(accepted);
  const [answer, setAnswer] = useState('');
  const asked = action.delays.find(({ state }) => state === 'ASKED');
  const title = t(`actions.page.order.${accepted ? 'ACCEPT_DELAY' : 'REFUSE_DELAY'}`);
  return (
    <FormDialog
      title={title}
      submit={title}
      error={answering.error}
      busy={answering.isPending}
      onSend={() =>
        answering.mutate(
          {
            actionId: action.id,
            expectedVersion: action.version,
            answer: answer || null,
            ...(asked && { delayId: asked.id }),
          },
          { onSuccess: onLeave },
        )
      }
      onLeave={onLeave}
    >
      {asked && (
        <dl className="about">
          {parts.map((part) => (
            <div key={part}>
              <dt>{t(`actions.page.${part}`)}</dt>
              <dd>{asked[part]}</dd>
            </div>
          ))}
          <div>
            <dt>{t('actions.page.newDue')}</dt>
            <dd>{dayName(asked.newDueOn, language)}</dd>
          </div>
        </dl>
      )}
      <Field name="answer" label={t('actions.page.answer')}>
        {(control) => (
          <textarea
            {...control}
            required={!accepted}
            rows={2}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
