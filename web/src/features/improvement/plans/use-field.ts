import { useEffect, useRef, useState } from 'react';
import { problemOf, refusals } from '../../../shared/api';
import type { PlanField } from './documents';
import { useSaveStep } from './plans';
import { outgoing } from './values';

/** What somebody else wrote into the field meanwhile. */
export type Conflict = { author?: { name: string } | null; at: string; version: number; value: unknown };

/** How long the hands must rest before a field is kept, unless they leave it. */
const restMs = 3_000;

/**
 * What somebody writes into one field: kept by itself when they leave it or rest, against the version they saw. What another person
 * wrote meanwhile is handed back, never overwritten.
 */
export function useField(planId: string, step: string, field: PlanField) {
  const saving = useSaveStep();
  const [draft, setDraft] = useState<{ value: unknown; on: number }>();
  const [settled, setSettled] = useState<{ value: unknown; version: number }>();
  const [conflict, setConflict] = useState<Conflict>();
  const known = settled && settled.version >= field.version ? settled : { value: field.value, version: field.version };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Two keys may come before anything is drawn again: what is under way is known at once.
  const isUnderWay = useRef(false);
  const ownVersion = useRef(0);
  const pending = useRef(draft);
  pending.current = draft;

  const save = (given = pending.current) => {
    clearTimeout(timer.current);
    if (!given || conflict) return;
    if (isUnderWay.current) {
      timer.current = setTimeout(() => latest.current(), 400);
      return;
    }
    isUnderWay.current = true;
    const fields = [
      {
        code: field.code,
        value: outgoing(field.type, given.value),
        expectedVersion: Math.max(given.on, ownVersion.current),
      },
    ];
    // A promise answers also when the page was left meanwhile; what was written last is kept then, too.
    saving
      .mutateAsync({ planId, step, fields })
      .then(
        ({ actionPlan }) => {
          const kept = actionPlan?.steps
            ?.find(({ code }) => code === step)
            ?.fields.find(({ code }) => code === field.code);
          if (!kept) return;
          ownVersion.current = kept.version;
          // What was written while it was on its way starts from what was just kept.
          const isLast = pending.current?.value === given.value;
          setSettled({ value: isLast ? given.value : kept.value, version: kept.version });
          setDraft((now) => (now && !isLast ? { ...now, on: kept.version } : undefined));
        },
        (error: unknown) => {
          const problem = problemOf(error);
          if (problem.kind === 'refused' && 'version' in problem.error) setConflict(problem.error as Conflict);
        },
      )
      .finally(() => {
        isUnderWay.current = false;
      });
  };
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => () => latest.current(), []);

  return {
    value: draft ? draft.value : known.value,
    isDirty: draft !== undefined,
    isSaving: saving.isPending,
    error: conflict ? undefined : saving.error,
    wrong: conflict ? [] : refusals(saving.error).filter(({ field: at }) => at),
    conflict,
    /** Kept at once (a choice), or once the hands rest (a sentence). */
    set: (value: unknown, atOnce = false) => {
      const next = { value, on: draft?.on ?? known.version };
      setDraft(next);
      clearTimeout(timer.current);
      if (atOnce) save(next);
      else timer.current = setTimeout(() => latest.current(), restMs);
    },
    save: () => save(),
    /** After a conflict: mine over theirs, knowing it; or theirs. */
    settle: (mine: boolean) => {
      if (!conflict) return;
      setConflict(undefined);
      saving.reset();
      if (mine) setDraft((now) => now && { ...now, on: conflict.version });
      else {
        setDraft(undefined);
        setSettled({ value: conflict.value, version: conflict.version });
      }
    },
  };
}
