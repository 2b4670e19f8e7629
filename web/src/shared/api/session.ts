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
        plant { id }
        areas { id code name }
      }
    }
    plants {
      id
      code
      name
      timeZone
      language
    }
  }
`);

type MeAnswer = ResultOf<typeof meDocument>;
export type Plant = MeAnswer['plants'][number];
/** The person signed in, and the plants open to them. */
export type Me = MeAnswer['me'] & { plants: Plant[] };
export type Role = MeAnswer['me']['memberships'][number]['role'];
export type Language = MeAnswer['me']['language'];

/** Who is signed in; every shell asks it first. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me> => {
    const { me, plants } = await ask(meDocument);
    return { ...me, plants };
  },
  staleTime: Number.POSITIVE_INFINITY,
});

const permissionsDocument = graphql(`
  query Permissions($plantId: UUID!) { me { id permissions(plantId: $plantId) } }
`);

export type Permission = ResultOf<typeof permissionsDocument>['me']['permissions'][number];

/** What the person signed in may do in a plant. */
export const permissionsQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['me', 'permissions', plantId],
    queryFn: async () => (await ask(permissionsDocument, { plantId })).me.permissions,
    staleTime: 60_000,
  });

export type DemoAccount = { userName: string; password: string; name: string; role: Role };
export type SignInOptions = { demoAccounts: DemoAccount[]; setUp: boolean };

/** The plant that somebody's pages show first: their own, else the first that is open to them. */
export const plantOf = (me: Me): Plant | undefined =>
  me.plants.find(({ id }) => id === me.memberships[0]?.plant.id) ?? me.plants[0];

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
  if (!answer?.code) throw new ApiProblem({ kind: 'broken', status: response.status, message: response.statusText });
  throw new ApiProblem({ kind: 'refused', code: answer.code, message: answer.message ?? '', error: answer });
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
