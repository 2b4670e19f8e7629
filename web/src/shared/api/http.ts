import { clock } from './clock';
import { ApiProblem } from './problem';

/** No answer within this time is no network: a phone at the edge of the Wi-Fi must be told, not left waiting. */
const patience = 15_000;

/** One request with the session's cookie; measures the server's clock, and turns a lost network into a problem. */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      // The server's sentences are in the language of the page, which somebody may have changed.
      headers: { ...init.headers, 'accept-language': globalThis.document?.documentElement.lang ?? 'fr' },
      credentials: 'include',
      signal: init.signal ?? AbortSignal.timeout(patience),
    });
  } catch {
    throw new ApiProblem({ kind: 'offline' });
  }
  const date = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(date)) clock.hear(date, 'coarse');
  return response;
}

export const postJson = (path: string, body: unknown, accept = 'application/json'): Promise<Response> =>
  send(path, { method: 'POST', headers: { 'content-type': 'application/json', accept }, body: JSON.stringify(body) });

/** The body as JSON, or undefined where a proxy or a crash answered with something else. */
export async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
