import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { alertKinds, Field, instantOf, Select, Shape, Trouble, useTimes, wallOf } from '../../../shared/ui';
import { severities } from '../alert-filters';
import { countedLevel } from '../alert-words';
import { PlaceSelect } from '../place-select';
import { DrawnLevels } from './drawn-levels';
import { dryRunQuery, type Step, useSettled } from './dry-run';
import { type Timers, type TimersInput, type Track, tracks } from './policies';
import { usePolicyWords } from './words';

type Props = { plantId: string; timeZone: string; timers: TimersInput[]; severity: Timers['severity'] };

/** Says who would be called before it happens: real names, by the levels as they are being edited. */
export function DryRunPart({ plantId, timeZone, timers, severity }: Props) {
  const { t } = useText();
  const now = useNow();
  const [said, setSaid] = useState({
    kind: 'SHORTAGE' as (typeof alertKinds)[number],
    placeId: '',
    wall: wallOf(now, timeZone),
  });
  const [chosen, setChosen] = useState<Timers['severity']>();
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }));
  const of = chosen ?? severity;
  const at = said.wall ? instantOf(said.wall, timeZone) : Number.NaN;
  const settled = useSettled(
    useMemo(
      () => ({
        plantId,
        kind: said.kind,
        severity: of,
        placeId: said.placeId || null,
        at: Number.isNaN(at) ? null : new Date(at).toISOString(),
        timers,
      }),
      [plantId, said.kind, said.placeId, of, at, timers],
    ),
  );
  const run = useQuery({ ...dryRunQuery(settled), placeholderData: keepPreviousData });
  const begins = settled.at ? Date.parse(settled.at) : now;
  return (
    <section className="panel part wide" aria-busy={run.isFetching}>
      <header>
        <h2>{t('admin.policy.dryRun')}</h2>
        <p className="muted">{t('admin.policy.dryRunMeans')}</p>
      </header>
      <div className="row">
        <Field name="kind" label={t('admin.kinds.kind')}>
          {(control) => (
            <Select
              {...control}
              value={said.kind}
              options={alertKinds.map((kind) => ({ value: kind, label: t(`alerts.kind.${kind}`) }))}
              onChange={(kind) => set({ kind })}
            />
          )}
        </Field>
        <Field name="severity" label={t('alerts.columnName.severity')}>
          {(control) => (
            <Select
              {...control}
              value={of}
              options={severities.map((each) => ({ value: each, label: t(`alerts.severity.${each}`) }))}
              onChange={setChosen}
            />
          )}
        </Field>
        <PlaceSelect
          plantId={plantId}
          everywhere={t('organisation.stores')}
          value={said.placeId}
          onChange={(placeId) => set({ placeId })}
        />
        <Field name="at" label={t('admin.policy.raisedAt')}>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              value={said.wall}
              onChange={(event) => set({ wall: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Trouble error={run.error} />
      {run.data &&
        tracks.map((track) => (
          <TrackRun
            key={track}
            track={track}
            steps={run.data.filter((step) => step.track === track)}
            begins={begins}
            timeZone={timeZone}
          />
        ))}
    </section>
  );
}

type RunProps = { track: Track; steps: Step[]; begins: number; timeZone: string };

function TrackRun({ track, steps, begins, timeZone }: RunProps) {
  const { t } = useText();
  const words = usePolicyWords();
  const times = useTimes(timeZone);
  const after = (step: Step) => (Date.parse(step.at) - begins) / 60_000;
  return (
    <div className="run">
      <h3>{t(`admin.policy.track.${track}`)}</h3>
      {steps.length === 0 ? (
        <p className="none">{t(`admin.policy.empty.${track}`)}</p>
      ) : (
        <>
          <DrawnLevels
            label={t(`admin.policy.track.${track}`)}
            at={(minutes) => times.instant(begins + minutes * 60_000, begins)}
            levels={steps.map((step) => ({
              key: `${step.loop} ${step.level}`,
              minutes: Math.max(0, after(step)),
              mark: String(countedLevel(step.level)),
              kind: step.targets[0]?.kind ?? 'PLANT',
              lost: !step.reached,
              when: times.moment(Date.parse(step.at), begins),
              who: <Names step={step} most={3} />,
              by: words.by(step.channels),
            }))}
          />
          <table className="steps">
            <thead>
              <tr>
                {['when', 'level', 'called', 'names', 'how'].map((column) => (
                  <th key={column}>{t(`admin.policy.column.${column}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {steps.map((step) => (
                <tr key={`${step.loop} ${step.level}`}>
                  <td className="num">
                    {times.moment(Date.parse(step.at), begins)}
                    <small>
                      {after(step) < 1
                        ? t('admin.policy.atOnce')
                        : t('admin.policy.later', { time: words.delay(after(step)) })}
                    </small>
                  </td>
                  <td className="num">
                    {countedLevel(step.level)}
                    {step.loop > 0 && <small>{t('admin.policy.loop', { number: step.loop + 1 })}</small>}
                  </td>
                  <td className="wrap">{words.everybody(step.targets)}</td>
                  <td className="wrap">
                    <Names step={step} most={30} withReason />
                  </td>
                  <td className="wrap">{words.by(step.channels)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

/** Who a step calls; who cannot be reached is marked, and each reason is said once. */
function Names({ step, most, withReason = false }: { step: Step; most: number; withReason?: boolean }) {
  const { t } = useText();
  if (step.soundsEverywhere) return <span className="unreachable">{t('admin.policy.soundsEverywhere')}</span>;
  if (step.people.length === 0) return <span className="unreachable">{t('admin.policy.nobody')}</span>;
  const reasons = [...new Set(step.people.flatMap(({ whyNot }) => (whyNot ? [whyNot] : [])))];
  return (
    <>
      <ul className="names">
        {step.people.slice(0, most).map(({ person, reachable }) => (
          <li key={person.id} className={reachable ? '' : 'unreachable'}>
            {!reachable && <Shape name="triangle" className="mark info" label={t('admin.policy.unreachable')} />}
            {person.name}
          </li>
        ))}
        {step.people.length > most && <li>{t('admin.andMore', { count: step.people.length - most })}</li>}
      </ul>
      {withReason &&
        reasons.map((reason) => (
          <small key={reason} className="whynot">
            {t('admin.policy.whyNot', { reason })}
          </small>
        ))}
    </>
  );
}
