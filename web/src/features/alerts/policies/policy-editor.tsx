import './policies.css';
import { useMemo, useState } from 'react';
import { useText } from '../../../shared/text';
import { Check, Field, Form, FormDialog, FormTrouble, Icon, SeverityMark, Unsaved } from '../../../shared/ui';
import {
  type Draft,
  pathOf,
  policyInput,
  severityOrder,
  timersInput,
  withLevels,
  withoutSeverity,
  withTimers,
} from './draft';
import { DryRunPart } from './dry-run-part';
import { LevelRows } from './level-rows';
import { levelsOf, type Policy, type Timers, tracks, useRemovePolicy, useSavePolicy } from './policies';
import { PolicyPicture } from './policy-picture';
import { ReplayPart } from './replay-part';
import type { Callable } from './target-choice';

type Props = {
  plantId: string;
  timeZone: string;
  standard: Timers[];
  /** Undefined: a new one, or the standard. */
  policy: Policy | undefined;
  begin: Draft;
  /** A copy is in no store yet, even as it began. */
  isCopy: boolean;
  /** The standard is the product's: it is looked at and copied. */
  isFixed: boolean;
  callable: Callable;
  onCopy: (draft: Draft) => void;
  onDone: (policyId: string | undefined) => void;
};

/** One policy: its levels drawn and edited, rehearsed with real names, and played over the last month. */
export function PolicyEditor({
  plantId,
  timeZone,
  standard,
  policy,
  begin,
  isCopy,
  isFixed,
  callable,
  onCopy,
  onDone,
}: Props) {
  const { t } = useText();
  const [draft, setDraft] = useState(begin);
  const [severity, setSeverity] = useState<Timers['severity']>('CRITICAL');
  const [asking, setAsking] = useState(false);
  const [removing, setRemoving] = useState(false);
  const saving = useSavePolicy((id) => {
    setAsking(false);
    onDone(id);
  });
  const own = draft.timers.find((timers) => timers.severity === severity);
  const timers = own ?? standard.find((each) => each.severity === severity);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(begin);
  const running = policy?.runningCount ?? 0;
  const save = (applyToRunning: boolean) => {
    setAsking(false);
    saving.mutate({ ...policyInput(plantId, draft, policy), applyToRunning });
  };
  const inputs = useMemo(() => draft.timers.map(timersInput), [draft.timers]);
  if (!timers) return null;
  const change = (changed: Timers) => setDraft((before) => withTimers(before, changed));
  return (
    <>
      <Unsaved
        when={(isDirty || isCopy) && !saving.isPending && !removing}
        passes={({ state }) => (state as { draft?: Draft } | null)?.draft !== undefined}
      />
      <Form
        error={saving.error}
        className="panel part editor"
        onSend={() => (running > 0 ? setAsking(true) : save(false))}
      >
        <header>
          {isFixed ? (
            <h2>{t('escalation.standard')}</h2>
          ) : (
            <Field name="name" label={t('admin.policy.name')} silent className="name">
              {(control) => (
                <input
                  {...control}
                  required
                  placeholder={t('admin.policy.name')}
                  value={draft.name}
                  onChange={(event) => setDraft({ ...draft, name: event.target.value })}
                />
              )}
            </Field>
          )}
          <div className="acts">
            {policy && (
              <button type="button" className="button" onClick={() => setRemoving(true)}>
                {t('admin.remove')}
              </button>
            )}
            <button
              type="button"
              className={isFixed ? 'button main' : 'button'}
              onClick={() =>
                onCopy({
                  name: t('admin.policy.copyOf', { name: draft.name || t('escalation.standard') }),
                  timers: draft.timers,
                })
              }
            >
              {t('admin.policy.copy')}
            </button>
            {!isFixed && (
              <button
                type="submit"
                className="button main"
                disabled={saving.isPending || (policy !== undefined && !isDirty)}
              >
                {t('admin.save')}
              </button>
            )}
          </div>
        </header>
        {isFixed && <p className="muted">{t('admin.policy.standardMeans')}</p>}
        <FormTrouble error={saving.error} />
        <div className="segments severities" role="radiogroup" aria-label={t('alerts.columnName.severity')}>
          {severityOrder.map((each) => (
            <label key={each}>
              <input type="radio" name="severity" checked={each === severity} onChange={() => setSeverity(each)} />
              <span>
                <SeverityMark severity={each} silent />
                {t(`alerts.severity.${each}`)}
              </span>
            </label>
          ))}
        </div>
        {!isFixed && !own && (
          <p className="stands">
            {t('admin.policy.byStandard')}
            <button type="button" className="button" onClick={() => change(timers)}>
              {t('admin.policy.ownLevels')}
            </button>
          </p>
        )}
        {tracks.map((track) => (
          <section key={`${severity} ${track}`} className="track">
            <h3>{t(`admin.policy.track.${track}`)}</h3>
            <PolicyPicture timers={timers} track={track} />
            {!isFixed && own && (
              <LevelRows
                levels={levelsOf(own, track)}
                at={pathOf(draft, severity, track)}
                callable={callable}
                onChange={(levels) => change(withLevels(own, track, levels))}
              />
            )}
          </section>
        ))}
        {!isFixed && own && (
          <div className="row options">
            <Field
              name={`timers[${draft.timers.indexOf(own)}].loops`}
              label={t('admin.policy.loops')}
              hint={t('admin.policy.loopsHint')}
            >
              {(control) => (
                <input
                  {...control}
                  type="number"
                  min="0"
                  max="10"
                  required
                  value={Number.isNaN(own.loops) ? '' : own.loops}
                  onChange={(event) => change({ ...own, loops: event.target.valueAsNumber })}
                />
              )}
            </Field>
            <Check
              label={t('admin.policy.clockTime')}
              checked={own.clockTime}
              onChange={(clockTime) => change({ ...own, clockTime })}
            />
            <button type="button" className="button quiet" onClick={() => setDraft(withoutSeverity(draft, severity))}>
              <Icon name="close" />
              {t('admin.policy.backToStandard')}
            </button>
          </div>
        )}
      </Form>
      <DryRunPart plantId={plantId} timeZone={timeZone} timers={inputs} severity={severity} />
      <ReplayPart plantId={plantId} timeZone={timeZone} timers={inputs} kinds={policy?.kinds ?? []} />
      {asking && (
        <FormDialog
          title={t('admin.policy.running', { count: running })}
          submit={t('admin.policy.apply')}
          onSend={() => save(true)}
          onLeave={() => setAsking(false)}
          more={
            <button type="button" className="button large" onClick={() => save(false)}>
              {t('admin.policy.keep')}
            </button>
          }
        >
          <p>{t('admin.policy.runningMeans')}</p>
        </FormDialog>
      )}
      {removing && policy && (
        <RemovePolicy policy={policy} onLeave={() => setRemoving(false)} onDone={() => onDone(undefined)} />
      )}
    </>
  );
}

function RemovePolicy({ policy, onLeave, onDone }: { policy: Policy; onLeave: () => void; onDone: () => void }) {
  const { t } = useText();
  const removing = useRemovePolicy(onDone);
  return (
    <FormDialog
      title={t('admin.policy.removeTitle', { name: policy.name })}
      submit={t('admin.remove')}
      error={removing.error}
      busy={removing.isPending}
      onSend={() => removing.mutate(policy)}
      onLeave={onLeave}
    >
      <p>{t('admin.policy.removeMeans')}</p>
    </FormDialog>
  );
}
