import './notifications.css';
import './preferences.css';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useText } from '../../shared/text';
import { Field, Icon, TimeInput, Trouble } from '../../shared/ui';
import { CalendarLink } from './calendar-link';
import { type Day, type Group, type Preferences, preferencesQuery, useSavePreferences } from './preferences';

const groups: Group[] = ['CALLS', 'MY_ALERTS', 'HANDOVERS', 'PLANS', 'REMINDERS', 'DIGESTS', 'ADMINISTRATION'];
const days: Day[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** What comes by mail and when not; what always comes stands there too, with the reason. */
export function PreferencesForm() {
  const { t } = useText();
  const query = useQuery(preferencesQuery);
  return (
    <div className="preferences">
      <Trouble error={query.error} />
      {query.data && <Form key={query.data.version} preferences={query.data} />}
      <section>
        <h2>{t('centre.calendar')}</h2>
        <CalendarLink />
      </section>
    </div>
  );
}

function Form({ preferences }: { preferences: Preferences }) {
  const { t } = useText();
  const [wanted, setWanted] = useState(preferences);
  const saving = useSavePreferences();
  const set = (part: Partial<Preferences>) => {
    saving.reset();
    setWanted((before) => ({ ...before, ...part }));
  };
  const byMail = (group: Group) => !wanted.mailOff.includes(group) && (group !== 'DIGESTS' || wanted.digestByMail);
  const setMail = (group: Group, on: boolean) =>
    set({
      mailOff: on ? wanted.mailOff.filter((each) => each !== group) : [...wanted.mailOff, group],
      ...(group === 'DIGESTS' && { digestByMail: on }),
    });
  const changed = JSON.stringify(wanted) !== JSON.stringify(preferences);
  const quiet = wanted.quietFrom !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(wanted);
  };
  return (
    <form onSubmit={submit}>
      <section>
        <h2>{t('centre.byMail')}</h2>
        <ul className="choices-of">
          <li>
            <label>
              <input type="checkbox" checked disabled />
              <span>
                {t('centre.always.urgent')}
                <small>{t('centre.always.urgentWhy')}</small>
              </span>
            </label>
          </li>
          {groups.map((group) => (
            <li key={group}>
              <label>
                <input
                  type="checkbox"
                  checked={byMail(group)}
                  onChange={(event) => setMail(group, event.target.checked)}
                />
                <span>{t(`notices.group.${group}`)}</span>
              </label>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('centre.inApp')}</h2>
        <ul className="choices-of">
          <li>
            <label>
              <input type="checkbox" checked disabled />
              <span>
                {t('centre.always.app')}
                <small>{t('centre.always.appWhy')}</small>
              </span>
            </label>
          </li>
        </ul>
      </section>
      <section>
        <h2>{t('centre.quiet')}</h2>
        <p className="muted">{t('centre.quietHint')}</p>
        <ul className="choices-of">
          <li>
            <label>
              <input
                type="checkbox"
                checked={quiet}
                onChange={(event) =>
                  set(
                    event.target.checked
                      ? { quietFrom: '21:00', quietTo: '06:00' }
                      : { quietFrom: null, quietTo: null },
                  )
                }
              />
              <span>{t('centre.quietEvery')}</span>
            </label>
          </li>
        </ul>
        {quiet && (
          <div className="hours">
            <Field name="quietFrom" label={t('centre.from')}>
              {(control) => (
                <TimeInput
                  required
                  value={wanted.quietFrom ?? ''}
                  onChange={(quietFrom) => set({ quietFrom })}
                  {...control}
                />
              )}
            </Field>
            <Field name="quietTo" label={t('centre.to')}>
              {(control) => (
                <TimeInput
                  required
                  value={wanted.quietTo ?? ''}
                  onChange={(quietTo) => set({ quietTo })}
                  {...control}
                />
              )}
            </Field>
          </div>
        )}
        <fieldset>
          <legend>{t('centre.quietDays')}</legend>
          <div className="days">
            {days.map((day) => (
              <label key={day}>
                <input
                  type="checkbox"
                  className="sr"
                  checked={wanted.quietDays.includes(day)}
                  onChange={(event) =>
                    set({
                      quietDays: event.target.checked
                        ? [...wanted.quietDays, day]
                        : wanted.quietDays.filter((each) => each !== day),
                    })
                  }
                />
                <abbr title={t(`centre.day.${day}`)}>{t(`centre.shortDay.${day}`)}</abbr>
              </label>
            ))}
          </div>
        </fieldset>
      </section>
      <Trouble error={saving.error} />
      <div className="save">
        <button type="submit" className="button main large" disabled={!changed || saving.isPending}>
          {t('centre.save')}
        </button>
        <p role="status">
          {saving.isSuccess && !changed && (
            <>
              <Icon name="check" /> {t('centre.saved')}
            </>
          )}
        </p>
      </div>
    </form>
  );
}
