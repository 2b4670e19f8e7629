import { useEffect, useState } from 'react';
import { clock, newClientId } from '../../../shared/api';
import type { ActionKind } from '../actions/documents';
import type { HoldInput } from './documents';

export type Born = { key: string; kind: ActionKind; what: string; ownerId: string; dueOn: string };

/** A meeting while it is held. `typed` is what stands in a field and is not yet said. */
export type Draft = {
  startedAt: number | null;
  planned: number;
  minutes: number | null;
  present: string[];
  decisions: string[];
  born: Born[];
  notes: string;
  typed: { decision: string; what: string; ownerId: string; dueOn: string; kind: ActionKind | '' };
  /** Ended, and not answered yet by the server: sent again, as it is, until it is. */
  sending: { clientId: string; input: HoldInput } | null;
};

export const emptyDraft: Draft = {
  startedAt: null,
  planned: 5,
  minutes: null,
  present: [],
  decisions: [],
  born: [],
  notes: '',
  typed: { decision: '', what: '', ownerId: '', dueOn: '', kind: '' },
  sending: null,
};

export type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What was kept, or an empty meeting: what cannot be read is no reason to hold none. */
export function readDraft(kept: Keeping, key: string): Draft {
  try {
    return { ...emptyDraft, ...(JSON.parse(kept.getItem(key) ?? '{}') as Partial<Draft>) };
  } catch {
    return emptyDraft;
  }
}

export function keepDraft(kept: Keeping, key: string, draft: Draft): void {
  try {
    if (draft === emptyDraft) kept.removeItem(key);
    else kept.setItem(key, JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing still holds the meeting as long as its page is open.
  }
}

/** How long it took, by the clock unless somebody said so: a minute at least. */
export const minutesOf = (draft: Draft, now: number): number =>
  draft.minutes ?? Math.max(1, Math.round((now - (draft.startedAt ?? now)) / 60_000));

/** What ends the meeting: also what still stood in a field. */
export function inputOf(planId: string, step: string | null, draft: Draft, now: number): HoldInput {
  const { decision, what, ownerId, dueOn, kind } = draft.typed;
  const born = [...draft.born, ...(what.trim() && kind ? [{ what, ownerId, dueOn, kind }] : [])];
  return {
    planId,
    // Within its first minute the server's own clock is the better one.
    heldAt: draft.startedAt && now - draft.startedAt > 60_000 ? new Date(draft.startedAt).toISOString() : null,
    minutes: minutesOf(draft, now),
    presentIds: draft.present,
    notes: draft.notes.trim() || null,
    decisions: [...draft.decisions, decision].filter((each) => each.trim() !== ''),
    actions: born.map(({ what: said, kind: of, ownerId: owner, dueOn: due }) => ({
      kind: of,
      what: said,
      ownerId: owner,
      dueOn: due,
      step,
    })),
  };
}

/** The meeting that somebody holds of a plan: kept in this browser from its first word until the server has it. */
export function useDraft(meId: string, planId: string) {
  const key = `kaizen.meeting.${meId}.${planId}`;
  const [draft, setDraft] = useState(() => readDraft(localStorage, key));
  useEffect(() => keepDraft(localStorage, key, draft), [key, draft]);
  return {
    draft,
    change: (part: Partial<Draft>) =>
      setDraft((before) => (before.sending && part.sending !== null ? before : { ...before, ...part })),
    start: () => setDraft((before) => (before.startedAt ? before : { ...before, startedAt: clock.now() })),
    end: (step: string | null) =>
      setDraft((before) =>
        before.sending
          ? before
          : {
              ...before,
              sending: { clientId: newClientId(), input: inputOf(planId, step, before, clock.now()) },
            },
      ),
    clear: () => setDraft(emptyDraft),
  };
}

export type Held = ReturnType<typeof useDraft>;
