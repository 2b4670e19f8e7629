import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Check, Field, FormDialog, Group, Icon, Trouble, useTimes } from '../../../shared/ui';
import { useMinute } from '../days';
import { peopleQuery } from '../dysfunctions/dysfunctions';
import type { Plan } from './documents';
import { type Communication, may, useCommunicate, useRead } from './life';

/** How many are in sight before one asks for the rest. */
const few = 3;

/** What people were told of the plan, and who has read it. */
export function Communications({ plan, timeZone }: { plan: Plan; timeZone: string }) {
  const { t } = useText();
  const [sends, setSends] = useState(false);
  const [all, setAll] = useState(false);
  const mayTell = may(plan, 'COMMUNICATE');
  if (plan.communications.length === 0 && !mayTell) return null;
  return (
    <section className="panel part" aria-labelledby="communications-title">
      <header>
        <h2 id="communications-title">{t('plans.life.communications')}</h2>
        {mayTell && (
          <button type="button" className="button quiet" onClick={() => setSends(true)}>
            <Icon name="plus" />
            {t('plans.life.tell')}
          </button>
        )}
      </header>
      <Told list={all ? plan.communications : plan.communications.slice(0, few)} timeZone={timeZone} silent />
      {!all && plan.communications.length > few && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {t('plans.life.allSaid', { count: plan.communications.length })}
        </button>
      )}
      {sends && <TellForm plan={plan} onLeave={() => setSends(false)} />}
    </section>
  );
}

/** Each with who has read it; who has not yet says so here. */
export function Told({
  list,
  timeZone,
  brief = false,
  silent = false,
}: {
  list: Communication[];
  timeZone: string;
  brief?: boolean;
  /** The way to say so stands elsewhere on the page. */
  silent?: boolean;
}) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useMinute();
  const reading = useRead();
  return (
    <ul className={brief ? 'told brief' : 'told'}>
      {list.map((said) => {
        const read = new Set(said.readings.map(({ person }) => person.id));
        const unread = said.to.filter(({ id }) => !read.has(id));
        return (
          <li key={said.id} className={said.canRead ? 'unread' : undefined}>
            <p className="words">{said.text}</p>
            <small>
              {said.by?.name ?? '–'} · <time>{times.instant(Date.parse(said.sentAt), now)}</time>
            </small>
            {said.canRead && !silent && (
              <button
                type="button"
                className="button main"
                disabled={reading.isPending}
                onClick={() => reading.mutate({ communicationId: said.id })}
              >
                <Icon name="check" />
                {t('plans.life.iRead')}
              </button>
            )}
            {!brief && (
              <details>
                <summary>{t('plans.life.readBy', { read: said.readings.length, count: said.to.length })}</summary>
                <ul>
                  {said.readings.map(({ person, at }) => (
                    <li key={person.id}>
                      <Icon name="check" /> {person.name} <small>{times.instant(Date.parse(at), now)}</small>
                    </li>
                  ))}
                  {unread.map(({ id, name }) => (
                    <li key={id} className="muted">
                      {name} <small>{t('plans.life.notYet')}</small>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        );
      })}
      <Trouble error={reading.error} />
    </ul>
  );
}

function TellForm({ plan, onLeave }: { plan: Plan; onLeave: () => void }) {
  const { t } = useText();
  const telling = useCommunicate();
  const people = useQuery(peopleQuery(plan.plantId)).data ?? [];
  const named = [plan.leader, plan.sponsor, ...plan.participants.map(({ person }) => person)].flatMap(
    (person) => person ?? [],
  );
  const team = named.filter(({ id }, index) => named.findIndex((each) => each.id === id) === index);
  const others = people.filter(({ id }) => !team.some((each) => each.id === id));
  const [text, setText] = useState('');
  const [to, setTo] = useState<string[]>([]);
  const [word, setWord] = useState('');
  const tick = ({ id, name }: { id: string; name: string }) => (
    <Check
      key={id}
      label={name}
      checked={to.includes(id)}
      onChange={(checked) => setTo(checked ? [...to, id] : to.filter((each) => each !== id))}
    />
  );
  const asked = word.trim().toLocaleLowerCase();
  return (
    <FormDialog
      wide
      title={t('plans.life.tellPeople')}
      submit={t('plans.life.send')}
      error={telling.error}
      busy={telling.isPending}
      onSend={() => telling.mutate({ planId: plan.id, text, toIds: to }, { onSuccess: onLeave })}
      onLeave={onLeave}
    >
      <Field name="text" label={t('plans.life.whatIsSaid')}>
        {(control) => (
          <textarea {...control} required rows={4} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <Group name="toIds" label={t('plans.life.toWhom')}>
        <p className="muted">{t('plans.page.team')}</p>
        <div className="checks">{team.map(tick)}</div>
        {others.length > 0 && (
          <details className="others">
            <summary>{t('plans.life.others', { count: others.length })}</summary>
            <Field name="search" label={t('plans.life.search')}>
              {(control) => (
                <input {...control} type="search" value={word} onChange={(event) => setWord(event.target.value)} />
              )}
            </Field>
            <div className="checks">
              {others.filter(({ id, name }) => to.includes(id) || name.toLocaleLowerCase().includes(asked)).map(tick)}
            </div>
          </details>
        )}
      </Group>
    </FormDialog>
  );
}
