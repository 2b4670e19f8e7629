import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { clock } from '../api';
import type { BoardDelta, BoardScope } from './board';
import { LiveConnection, type LiveState, type PersonalMessage } from './connection';
import { type Freshness, freshnessAfter } from './freshness';

const openHub = () => new HubConnectionBuilder().withUrl('/hubs/live').configureLogging(LogLevel.None).build();

const LiveContext = createContext<LiveConnection | undefined>(undefined);

/** Gives everything below it the one live connection, watching `scope`. */
export function LiveProvider({ scope, children }: { scope: BoardScope; children: ReactNode }) {
  const [connection] = useState(() => new LiveConnection(openHub));
  const key = JSON.stringify(scope);
  const client = useQueryClient();
  useEffect(() => connection.onJoin(() => void client.invalidateQueries()), [connection, client]);
  useEffect(() => connection.watch(JSON.parse(key) as BoardScope), [connection, key]);
  useEffect(() => {
    window.addEventListener('online', connection.hurry);
    return () => {
      window.removeEventListener('online', connection.hurry);
      connection.close();
    };
  }, [connection]);
  return <LiveContext value={connection}>{children}</LiveContext>;
}

function useConnection(): LiveConnection {
  const connection = useContext(LiveContext);
  if (!connection) throw new Error('No LiveProvider above.');
  return connection;
}

/** The board as it is, and whether the connection stands. */
export function useLive(): LiveState {
  const connection = useConnection();
  return useSyncExternalStore(connection.subscribe, () => connection.state);
}

/** One tick for everything on the page that shows a time, so that a long list is drawn once a second and not once a row. */
const ticking = new Set<() => void>();
let tick = clock.now();
let ticker: ReturnType<typeof setInterval> | undefined;

function onTick(listener: () => void): () => void {
  if (ticking.size === 0) {
    tick = clock.now();
    ticker = setInterval(() => {
      tick = clock.now();
      for (const each of ticking) each();
    }, 1_000);
  }
  ticking.add(listener);
  return () => {
    ticking.delete(listener);
    if (ticking.size === 0) clearInterval(ticker);
  };
}

/** What is read off the server's clock: who asks for a day is drawn again when it is another day, not each second. */
export const useOnClock = <Read extends string | number>(read: (now: number) => Read): Read =>
  useSyncExternalStore(
    onTick,
    () => read(tick),
    () => read(clock.now()),
  );

/** The server's clock in milliseconds, told once a second. */
export const useNow = (): number => useOnClock((now) => now);

/** How old the last word of the server is; see `Freshness`. */
export function useFreshness(): { freshness: Freshness; silenceMs: number; heardAt: number | undefined } {
  const { heardAt } = useLive();
  const now = useNow();
  const silenceMs = heardAt === undefined ? 0 : Math.max(0, now - heardAt);
  return { freshness: freshnessAfter(silenceMs), silenceMs, heardAt };
}

/** Calls `handler` for what the hub tells this person; gives back how to answer it. */
export function usePersonalMessages(
  handler: (name: PersonalMessage, message: unknown) => void,
): (method: string, ...args: unknown[]) => void {
  const connection = useConnection();
  const newest = useRef(handler);
  useEffect(() => {
    newest.current = handler;
  });
  useEffect(() => connection.onMessage((name, message) => newest.current(name, message)), [connection]);
  return connection.say;
}

/** Calls `handler` for each change of the board, with the newest handler: to ask again for what it touches. */
export function useBoardChanges(handler: (delta: BoardDelta) => void): void {
  const connection = useConnection();
  const newest = useRef(handler);
  useEffect(() => {
    newest.current = handler;
  });
  useEffect(() => connection.onDelta((delta) => newest.current(delta)), [connection]);
}
