import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { type DemoAccount, homeOf, meQuery, postAuth, safeNext, signInOptions } from '../../shared/api';
import { speak, useText, useTitle } from '../../shared/text';
import { Icon, initials, Trouble } from '../../shared/ui';
import { Frame } from './frame';

type Credentials = { userName: string; password: string };

export function SignInPage() {
  const { t } = useText();
  useTitle(t('organisation.signIn.title'));
  const [credentials, setCredentials] = useState<Credentials>({ userName: '', password: '' });
  const options = useQuery({ queryKey: ['sign-in-options'], queryFn: signInOptions });
  const signIn = useSignIn();
  const accounts = options.data?.demoAccounts ?? [];

  return (
    <Frame wide={accounts.length > 0}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate(credentials);
        }}
      >
        <h1>{t('organisation.signIn.title')}</h1>
        {options.data?.setUp && <p className="notice">{t('organisation.signIn.setUp')}</p>}
        <label className="field">
          <span>{t('organisation.signIn.userName')}</span>
          <input
            name="userName"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={credentials.userName}
            onChange={(event) => setCredentials({ ...credentials, userName: event.target.value })}
          />
        </label>
        <label className="field">
          <span>{t('organisation.signIn.password')}</span>
          <input
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={credentials.password}
            onChange={(event) => setCredentials({ ...credentials, password: event.target.value })}
          />
        </label>
        <Trouble error={signIn.error ?? options.error} />
        <button className="button main large" type="submit" disabled={signIn.isPending}>
          {t('organisation.signIn.submit')}
        </button>
      </form>
      {accounts.length > 0 && (
        <section className="demo" aria-labelledby="demo">
          <h2 id="demo">{t('organisation.signIn.demoTitle')}</h2>
          <p>{t('organisation.signIn.demoHint')}</p>
          <ul>
            {accounts.map((account) => (
              <li key={account.userName}>
                <DemoCard account={account} disabled={signIn.isPending} onChoose={() => signIn.mutate(account)} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Frame>
  );
}

function useSignIn() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [search] = useSearchParams();
  return useMutation({
    mutationFn: async ({ userName, password }: Credentials) => {
      await postAuth('sign-in', { userName, password });
      client.removeQueries({ queryKey: meQuery.queryKey });
      return client.fetchQuery(meQuery);
    },
    onSuccess: (me) => {
      speak(me.language);
      const next = safeNext(search.get('next'));
      // GraphiQL is a page of its own.
      if (next === '/graphql') location.replace(next);
      else void navigate(next ?? homeOf(me), { replace: true });
    },
  });
}

type CardProps = { account: DemoAccount; disabled: boolean; onChoose: () => void };

function DemoCard({ account, disabled, onChoose }: CardProps) {
  const { t } = useText();
  return (
    <button type="button" className="account" disabled={disabled} onClick={onChoose}>
      <span className="avatar" aria-hidden="true">
        {initials(account.name)}
      </span>
      <span>
        <b>{account.name}</b>
        <small>{t(`organisation.role.${account.role}`)}</small>
      </span>
      <Icon name="right" />
    </button>
  );
}
