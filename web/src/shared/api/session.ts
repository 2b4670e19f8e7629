import { queryOptions } from '@tanstack/react-query';
import { ask } from './client';
import { graphql, type ResultOf } from './graphql';
import { jsonOf, postJson, send } from './http';
import { ApiProblem } from './problem';

const meDocument = graphql(`
  query Me {
    me {
      id
      name
      userName
      language
      kind
      serverTime
      memberships {
        role
        plant {
          id
          code
          name
          timeZone
          language
          shifts { code name starts ends }
        }
        areas { id code name }
      }
    }
  }
`);

export type Me = ResultOf<typeof meDocument>['me'];
export type Plant = Me['memberships'][number]['plant'];
export type Shift = Plant['shifts'][number];
export type Role = Me['memberships'][number]['role'];
export type Language = Me['language'];

/** Who is signed in; every shell asks it first. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => (await ask(meDocument)).me,
  staleTime: Number.POSITIVE_INFINITY,
});

export type DemoAccount = { userName: string; password: string; name: string; role: Role };
export type SignInOptions = { demoAccounts: DemoAccount[]; setUp: boolean };

export async function signInOptions(): Promise<SignInOptions> {
  const response = await send('/auth/sign-in-options', { headers: { accept: 'application/json' } });
  const answer = (await jsonOf(response)) as SignInOptions | undefined;
  if (!response.ok || !answer)
    throw new ApiProblem({ kind: 'broken', status: response.status, message: response.statusText });
  return answer;
}

/** Posts to one of the `/auth` addresses; what it refuses is thrown with the server's code and sentence. */
export async function postAuth(
  action: 'sign-in' | 'sign-out' | 'set-up',
  body: Record<string, unknown> = {},
): Promise<void> {
  const response = await postJson(`/auth/${action}`, body);
  if (response.ok) return;
  const answer = (await jsonOf(response)) as { code?: string; message?: string } | undefined;
  if (response.status >= 500) throw new ApiProblem({ kind: 'broken', status: response.status, message: '' });
  const code = answer?.code ?? (response.status === 423 ? 'LOCKED_OUT' : 'SIGN_IN_REFUSED');
  throw new ApiProblem({ kind: 'refused', code, message: answer?.message ?? '', error: answer ?? {} });
}

/** The whole page goes, so that nothing of the former session stays in memory. */
export function goToSignIn(): void {
  if (location.pathname === '/sign-in' || location.pathname === '/set-up') return;
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
}

export async function signOut(): Promise<void> {
  await postAuth('sign-out');
  location.assign('/sign-in');
}

const homes: Partial<Record<Role, string>> = { SCREEN: '/tv', MANAGER: '/desk', TEAM_LEADER: '/desk', ADMIN: '/desk' };

/** Where somebody goes who asked for no page: a screen to the wall, who leads to the desk, who walks to the phone. */
export const homeOf = (me: Me): string =>
  me.memberships.map(({ role }) => homes[role]).find((home) => home !== undefined) ?? '/';

/** Only an address of this site may be returned to after sign-in. */
export function safeNext(next: string | null): string | undefined {
  if (!next?.startsWith('/')) return undefined;
  const address = new URL(next, location.origin);
  return address.origin === location.origin ? address.pathname + address.search : undefined;
}
