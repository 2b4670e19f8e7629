import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { clock } from '../../../shared/api';
import { useText } from '../../../shared/text';
import { Icon, quantity, SeverityMark, Trouble, useTimes } from '../../../shared/ui';
import { type Replay, replay, type Step } from './dry-run';
import type { Policy, TimersInput } from './policies';
import { usePolicyWords } from './words';

const days = 30;

type Props = { plantId: string; timeZone: string; timers: TimersInput[]; kinds: Policy['kinds'] };

/** Plays the last 30 days again by the levels as they are being edited: what would have been different. */
export function ReplayPart({ plantId, timeZone, timers, kinds }: Props) {
  const { t } = useText();
  const playing = useMutation({
    mutationFn: () => {
      const to = clock.now();
      return replay({
        plantId,
        from: new Date(to - days * 86_400_000).toISOString(),
        to: new Date(to).toISOString(),
        timers,
        kinds: kinds.length > 0 ? kinds : null,
      });
    },
  });
  return (
    <section className="panel part wide" aria-busy={playing.isPending}>
      <header>
        <h2>{t('admin.policy.replay')}</h2>
        <button type="button" className="button" disabled={playing.isPending} onClick={() => playing.mutate()}>
          <Icon name="play" />
          {t('admin.policy.play', { days })}
        </button>
      </header>
      <p className="muted">
        {kinds.length > 0
          ? t('admin.policy.replayKinds', { kinds: kinds.map((kind) => t(`alerts.kind.${kind}`)).join(', ') })
          : t('admin.policy.replayAll')}
      </p>
      <Trouble error={playing.error} />
      {playing.data && <Played played={playing.data} timeZone={timeZone} />}
    </section>
  );
}

function Played({ played, timeZone }: { played: Replay; timeZone: string }) {
  const { t, language } = useText();
  const times = useTimes(timeZone);
  const number = (value: number) => quantity(value, language);
  const most = Math.max(1, ...played.byRole.flatMap(({ before, after }) => [before, after]));
  const share = (value: number) => `${(value / most) * 100}%`;
  return (
    <div className="played" role="status">
      <dl className="figures">
        <div>
          <dt>{t('admin.policy.alerts')}</dt>
          <dd className="num">{number(played.alerts)}</dd>
        </div>
        <div>
          <dt>{t('admin.policy.callsBefore')}</dt>
          <dd className="num">{number(played.callsBefore)}</dd>
        </div>
        <div>
          <dt>{t('admin.policy.callsAfter')}</dt>
          <dd className="num">
            {number(played.callsAfter)}
            {played.callsAfter !== played.callsBefore && (
              <small>
                {' '}
                {played.callsAfter > played.callsBefore ? '+' : '−'}
                {number(Math.abs(played.callsAfter - played.callsBefore))}
              </small>
            )}
          </dd>
        </div>
      </dl>
      {played.byRole.length > 0 && (
        <table className="roles">
          <thead>
            <tr>
              <th>{t('admin.policy.column.role')}</th>
              <th>{t('admin.policy.column.told')}</th>
              <th className="right">{t('admin.policy.before')}</th>
              <th className="right">{t('admin.policy.afterwards')}</th>
            </tr>
          </thead>
          <tbody>
            {played.byRole.map(({ role, before, after }) => (
              <tr key={role}>
                <td className="wrap">{t(`organisation.role.${role}`)}</td>
                <td className="bars" aria-hidden="true">
                  <i className="before" style={{ width: share(before) }} />
                  <i className="after" style={{ width: share(after) }} />
                </td>
                <td className="num right">{number(before)}</td>
                <td className="num right">
                  <strong>{number(after)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {played.changed.length === 0 ? (
        <p className="none">{t('admin.policy.nothingChanged')}</p>
      ) : (
        <table className="changed">
          <thead>
            <tr>
              <th>{t('alerts.columnName.number')}</th>
              <th>{t('admin.kinds.kind')}</th>
              <th>{t('alerts.columnName.raisedAt')}</th>
              <th>{t('admin.policy.before')}</th>
              <th>{t('admin.policy.afterwards')}</th>
            </tr>
          </thead>
          <tbody>
            {played.changed.map(({ alert, before, after }) => {
              const raisedAt = Date.parse(alert.raisedAt);
              return (
                <tr key={alert.id}>
                  <td className="num">
                    <Link to={`/desk/alerts/${alert.id}`}>{alert.number}</Link>
                  </td>
                  <td className="wrap">
                    <span className="kind">
                      <SeverityMark severity={alert.severity} />
                      {t(`alerts.kind.${alert.kind}`)}
                    </span>
                  </td>
                  <td className="num">{times.instant(raisedAt, clock.now())}</td>
                  <td className="wrap" data-column={t('admin.policy.before')}>
                    <Calls steps={before} since={raisedAt} />
                  </td>
                  <td className="wrap" data-column={t('admin.policy.afterwards')}>
                    <Calls steps={after} since={raisedAt} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** The calls of one alert: the level and how long after it was raised. */
function Calls({ steps, since }: { steps: Step[]; since: number }) {
  const { t } = useText();
  const words = usePolicyWords();
  if (steps.length === 0) return <span className="muted">{t('admin.policy.noCall')}</span>;
  const after = (step: Step) => {
    const minutes = (Date.parse(step.at) - since) / 60_000;
    return minutes < 1 ? t('admin.policy.atOnce') : words.delay(minutes);
  };
  return (
    <ul className="calls">
      {steps.slice(0, 6).map((step) => (
        <li key={`${step.at} ${step.track} ${step.loop} ${step.level}`}>
          <b>{after(step)}</b> {words.everybody(step.targets)}
        </li>
      ))}
      {steps.length > 6 && <li>{t('admin.andMore', { count: steps.length - 6 })}</li>}
    </ul>
  );
}
