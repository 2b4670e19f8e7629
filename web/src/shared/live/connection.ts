import { clock, goToSignIn } from '../api';
import { applied, type Board, type BoardDelta, type BoardScope, type BoardShift } from './board';

/** What `@microsoft/signalr` gives, as much as is needed here; tests put their own in its place. */
export type Hub = {
  start(): Promise<void>;
  stop(): Promise<void>;
  invoke<T>(method: string, ...args: unknown[]): Promise<T>;
  // biome-ignore lint/suspicious/noExplicitAny: a hub's messages have as many shapes as names
  on(method: string, handler: (message: any) => void): void;
  onclose(handler: () => void): void;
};

export type LiveState = {
  board: Board | undefined;
  /** The server's instant of its last word, in ms; undefined before the first. */
  heardAt: number | undefined;
  connected: boolean;
};

type Beat = { sequence: number; at: string; shift: BoardShift | null };

/** What the hub tells this person, beside the board. */
const personal = ['Notified', 'NoticesRead'] as const;
export type PersonalMessage = (typeof personal)[number];

/** A hub that says nothing for this long is dead, whatever its socket believes. */
const silence = 15_000;
const longestPause = 5_000;

/**
 * The one live connection of a page: joins a scope, keeps its board by deltas, joins again when a delta is missing, and
 * reconnects for ever by itself.
 */
export class LiveConnection {
  #state: LiveState = { board: undefined, heardAt: undefined, connected: false };
  #scope: BoardScope | undefined;
  #listeners = new Set<() => void>();
  #deltaListeners = new Set<(delta: BoardDelta) => void>();
  #joinListeners = new Set<() => void>();
  #messageListeners = new Set<(name: PersonalMessage, message: unknown) => void>();
  #hub: Hub | undefined;
  #build: string | undefined;
  #early: BoardDelta[] | undefined;
  #wordAt = 0;
  #running = false;
  #wake: (() => void) | undefined;

  constructor(
    private readonly makeHub: () => Hub,
    private readonly reload: () => void = () => location.reload(),
  ) {}

  get state(): LiveState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => this.#added(this.#listeners, listener);
  onDelta = (listener: (delta: BoardDelta) => void): (() => void) => this.#added(this.#deltaListeners, listener);
  onMessage = (listener: (name: PersonalMessage, message: unknown) => void): (() => void) =>
    this.#added(this.#messageListeners, listener);

  /** Tells the hub something that may be lost: whoever says it says it again after the next join. */
  say = (method: string, ...args: unknown[]): void => {
    if (this.#state.connected) this.#hub?.invoke(method, ...args).catch(() => undefined);
  };

  /** Told of each snapshot: whatever was asked before it may have missed a change. */
  onJoin = (listener: () => void): (() => void) => this.#added(this.#joinListeners, listener);

  /** Watches this scope from now on; the first call opens the connection. */
  watch(scope: BoardScope): void {
    const other = JSON.stringify(scope) !== JSON.stringify(this.#scope);
    this.#scope = scope;
    if (other) this.#set({ board: undefined });
    if (!this.#running) void this.#run();
    else if (other && this.#state.connected && this.#hub) void this.#join(this.#hub);
  }

  close(): void {
    this.#running = false;
    this.#wake?.();
    void this.#hub?.stop();
  }

  /** Tries at once: the device has its network back. */
  hurry = (): void => this.#wake?.();

  async #run(): Promise<void> {
    this.#running = true;
    for (let failures = 0; this.#running; failures++) {
      try {
        await this.#session(() => {
          failures = 0;
        });
      } catch (error) {
        const { statusCode, message = '' } = error as { statusCode?: number; message?: string };
        if (statusCode === 401 || message.includes('UNAUTHENTICATED')) goToSignIn();
      }
      this.#set({ connected: false });
      if (this.#running) await this.#pause(failures);
    }
  }

  /** One connection from its start to its end. */
  async #session(joined: () => void): Promise<void> {
    const hub = this.makeHub();
    this.#hub = hub;
    const ended = new Promise<void>((resolve) => hub.onclose(resolve));
    hub.on('BoardChanged', (delta: BoardDelta) => this.#take(hub, delta));
    hub.on('Heartbeat', (beat: Beat) => this.#beat(hub, beat));
    for (const name of personal)
      hub.on(name, (message: unknown) => {
        for (const listener of this.#messageListeners) listener(name, message);
      });
    this.#wordAt = performance.now();
    let watchdog: ReturnType<typeof setInterval> | undefined;
    const silent = new Promise<never>((_, reject) => {
      watchdog = setInterval(() => {
        if (performance.now() - this.#wordAt > silence) reject(new Error('silent'));
      }, 1_000);
    });
    try {
      await Promise.race([hub.start().then(() => this.#join(hub)), silent]);
      joined();
      await Promise.race([ended, silent]);
    } finally {
      clearInterval(watchdog);
      void hub.stop().catch(() => undefined);
    }
  }

  /** Deltas that overtake the snapshot wait for it. */
  async #join(hub: Hub): Promise<void> {
    this.#early = [];
    const scope = this.#scope;
    const board = await hub.invoke<Board>('Join', scope);
    if (hub !== this.#hub) return;
    if (scope !== this.#scope) return this.#join(hub);
    if (this.#build !== undefined && this.#build !== board.build) this.reload();
    this.#build = board.build;
    const early = this.#early;
    this.#early = undefined;
    this.#hear(board.at, { board, connected: true });
    for (const listener of this.#joinListeners) listener();
    for (const delta of early) this.#take(hub, delta);
  }

  #take(hub: Hub, delta: BoardDelta): void {
    if (hub !== this.#hub) return;
    if (this.#early) {
      this.#early.push(delta);
      return;
    }
    if (!this.#state.board) return;
    const board = applied(this.#state.board, delta);
    if (!board) {
      this.#rejoin(hub);
      return;
    }
    this.#hear(delta.at, { board });
    for (const listener of this.#deltaListeners) listener(delta);
  }

  #beat(hub: Hub, beat: Beat): void {
    if (hub !== this.#hub) return;
    const { board } = this.#state;
    const isOther = board && JSON.stringify(board.shift) !== JSON.stringify(beat.shift);
    this.#hear(beat.at, isOther ? { board: { ...board, shift: beat.shift } } : {});
    if (!this.#early && this.#state.board && beat.sequence > this.#state.board.sequence) this.#rejoin(hub);
  }

  /** A snapshot that does not come is a dead connection. */
  #rejoin(hub: Hub): void {
    this.#join(hub).catch(() => hub.stop());
  }

  #hear(at: string, change: Partial<LiveState>): void {
    this.#wordAt = performance.now();
    clock.hear(Date.parse(at));
    this.#set({ heardAt: clock.now(), ...change });
  }

  #set(change: Partial<LiveState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Longer after each failure, never longer than a wall may look dead; the jitter spares a server that just came back. */
  #pause(failures: number): Promise<void> {
    const pause = Math.min(longestPause, 300 * 2 ** Math.min(failures, 5)) * (0.6 + 0.4 * Math.random());
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pause);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #added<T>(listeners: Set<T>, listener: T): () => void {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }
}
