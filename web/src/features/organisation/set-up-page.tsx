import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { homeOf, meQuery, postAuth } from '../../shared/api';
import { useText, useTitle } from '../../shared/text';
import { Trouble } from '../../shared/ui';
import { Frame } from './frame';

const timeZones = Intl.supportedValuesOf('timeZone');
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The first person of an empty installation: makes the plant and its administrator with the link the server printed. */
export function SetUpPage() {
  const { t, language } = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const token = search.get('token');
  const [answers, setAnswers] = useState({
    plantName: '',
    plantCode: '',
    timeZone: timeZones.includes(ownZone) ? ownZone : 'Europe/Paris',
    language: language.toUpperCase(),
    name: '',
    userName: '',
    password: '',
  });
  useTitle(t('organisation.setUp.title'));
  const create = useMutation({
    mutationFn: async () => {
      const { plantCode, userName, password, ...rest } = answers;
      await postAuth('set-up', { token, userName, password, ...rest, ...(plantCode && { plantCode }) });
      await postAuth('sign-in', { userName, password });
      client.removeQueries({ queryKey: meQuery.queryKey });
      return client.fetchQuery(meQuery);
    },
    onSuccess: (me) => navigate(homeOf(me), { replace: true }),
  });

  const bind = (name: keyof typeof answers) => ({
    name,
    value: answers[name],
    onChange: (event: { target: { value: string } }) => setAnswers({ ...answers, [name]: event.target.value }),
  });

  if (!token)
    return (
      <Frame wide={false}>
        <p className="notice">{t('organisation.setUp.noToken')}</p>
      </Frame>
    );
  return (
    <Frame wide={false}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <h1>{t('organisation.setUp.title')}</h1>
        <p className="notice">{t('organisation.setUp.intro')}</p>
        <h2>{t('organisation.setUp.plant')}</h2>
        <Field label={t('organisation.setUp.plantName')}>
          <input required {...bind('plantName')} />
        </Field>
        <Field label={t('organisation.setUp.plantCode')} hint={t('organisation.setUp.plantCodeHint')}>
          <input maxLength={20} {...bind('plantCode')} />
        </Field>
        <Field label={t('organisation.setUp.timeZone')}>
          <select required {...bind('timeZone')}>
            {timeZones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        </Field>
        <Field label={t('organisation.setUp.language')}>
          <select required {...bind('language')}>
            <option value="FR">{t('organisation.setUp.french')}</option>
            <option value="EN">{t('organisation.setUp.english')}</option>
          </select>
        </Field>
        <h2>{t('organisation.setUp.administrator')}</h2>
        <Field label={t('organisation.setUp.name')}>
          <input required autoComplete="name" {...bind('name')} />
        </Field>
        <Field label={t('organisation.signIn.userName')}>
          <input required autoComplete="username" autoCapitalize="none" spellCheck={false} {...bind('userName')} />
        </Field>
        <Field label={t('organisation.signIn.password')} hint={t('organisation.setUp.passwordHint')}>
          <input required type="password" minLength={10} autoComplete="new-password" {...bind('password')} />
        </Field>
        <Trouble error={create.error} />
        <button className="button main large" type="submit" disabled={create.isPending}>
          {t('organisation.setUp.submit')}
        </button>
      </form>
    </Frame>
  );
}

function Field({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="field">
      <span>{label}</span>
      {children}
      {hint && <small>{hint}</small>}
    </label>
  );
}
