import '../dysfunctions/dysfunctions.css';
import './plans.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { dayOf, Icon, Shape, Trouble } from '../../../shared/ui';
import { dayShort, daysBetween } from '../days';
import { peopleQuery } from '../dysfunctions/dysfunctions';
import type { PlanFilter, PlanRow, PlanState } from './documents';
import { PlanMark } from './plan-mark';
import { methodsQuery, plansQuery } from './plans';
import { TimeLine } from './time-line';

const living: PlanState[] = ['DRAFT', 'SUBMITTED', 'RUNNING', 'SUSPENDED'];
const states: PlanState[] = [...living, 'CLOSED', 'ABANDONED'];

const views = ['board', 'table', 'time'] as const;

/** Every plan of the plant: as a board by step or state, as a table, or on a time line. What is in the address can be sent to somebody. */
export function Portfolio({ plantId, meId, timeZone }: { plantId: string; meId: string; timeZone: string }) {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const get = (name: string) => search.get(name) ?? '';
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const [state, method, leader, text] = [get('state'), get('method'), get('leader'), get('text')];
  const [late, recurring] = [get('late') === '1', get('recurring') === '1'];
  const view = views.find((each) => each === get('as')) ?? 'board';
  const searched = useDeferredValue(text.trim());
  const filter: PlanFilter = {
    plantIds: [plantId],
    ...(state !== 'ALL' && { states: state ? [state as PlanState] : living }),
    ...(method && { methods: [method] }),
    ...(leader === 'me' ? { personIds: [meId] } : leader && { leaderIds: [leader] }),
    ...(late && { late: true }),
    ...(recurring && { isRecurring: true }),
    ...(searched && { text: searched }),
  };
  const list = useInfiniteQuery({ ...plansQuery(filter), placeholderData: (before) => before });
  const methods = useQuery(methodsQuery(plantId)).data ?? [];
  const people = useQuery(peopleQuery(plantId)).data ?? [];
  const plans = list.data?.pages.flatMap((page) => page?.nodes ?? []) ?? [];
  const today = dayOf(useNow(), timeZone);
  const pick = (name: string, label: string, value: string, options: [string, string][]) => (
    <label className={value ? 'filter on' : 'filter'}>
      <span className="sr">{label}</span>
      <select value={value} onChange={(event) => set(name, event.target.value)}>
        <option value="">{label}</option>
        {options.map(([code, word]) => (
          <option key={code} value={code}>
            {word}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </label>
  );
  const flag = (name: string, label: string, on: boolean) => (
    <button
      type="button"
      className={on ? 'filter on' : 'filter'}
      aria-pressed={on}
      onClick={() => set(name, on ? '' : '1')}
    >
      {label}
    </button>
  );
  return (
    <>
      <div className="filters">
        <span className="view-choice">
          {views.map((each) => (
            <button
              key={each}
              type="button"
              className={view === each ? 'filter on' : 'filter'}
              aria-pressed={view === each}
              onClick={() => set('as', each === 'board' ? '' : each)}
            >
              {t(`plans.page.view.${each}`)}
            </button>
          ))}
        </span>
        {pick('state', t('plans.page.living'), state, [
          ...states.map((each): [string, string] => [each, t(`plans.state.${each}`)]),
          ['ALL', t('plans.page.allStates')],
        ])}
        {pick(
          'method',
          t('plans.page.anyMethod'),
          method,
          methods.map(({ code, name }) => [code, name]),
        )}
        {pick('leader', t('plans.page.anybody'), leader, [
          ['me', t('plans.page.withMe')],
          ...people.map(({ id, name }): [string, string] => [id, name]),
        ])}
        {flag('late', t('plans.page.late'), late)}
        {flag('recurring', t('plans.page.recurring'), recurring)}
        <label className="filter">
          <Icon name="search" />
          <input
            type="search"
            placeholder={t('plans.page.searchFor')}
            aria-label={t('plans.page.searchFor')}
            value={text}
            onChange={(event) => set('text', event.target.value)}
          />
        </label>
        {list.data && <p className="muted">{t('plans.page.found', { count: list.data.pages[0]?.totalCount ?? 0 })}</p>}
      </div>
      <div className="said">
        <Trouble error={list.error} />
      </div>
      {list.data && plans.length === 0 ? (
        <p className="nothing">
          {t(state || method || leader || late || recurring || searched ? 'plans.page.noneFound' : 'plans.page.none')}
        </p>
      ) : view === 'table' ? (
        <PlanTable plans={plans} today={today} />
      ) : view === 'time' ? (
        <TimeLine plans={plans} today={today} />
      ) : (
        <PlanBoard plans={plans} steps={methods.find(({ code }) => code === method)?.steps} today={today} />
      )}
      {list.hasNextPage && (
        <p className="said">
          <button type="button" className="button" disabled={list.isFetching} onClick={() => void list.fetchNextPage()}>
            {t('common.more')}
          </button>
        </p>
      )}
    </>
  );
}

type Many = { plans: PlanRow[]; today: string };

/** One column a step once a method is chosen, else one a state: steps of two methods do not compare. */
function PlanBoard({ plans, steps, today }: Many & { steps: { code: string; name: string }[] | undefined }) {
  const { t } = useText();
  const byStep = steps?.map(({ code, name }) => ({
    key: code,
    name,
    plans: plans.filter(
      (plan) => plan.currentStep?.code === code && plan.state !== 'CLOSED' && plan.state !== 'ABANDONED',
    ),
  }));
  const ended = steps
    ? states
        .slice(4)
        .map((state) => ({
          key: state,
          name: t(`plans.state.${state}`),
          plans: plans.filter((plan) => plan.state === state),
        }))
        .filter((column) => column.plans.length > 0)
    : [];
  const byState = states
    .map((state) => ({
      key: state,
      name: t(`plans.state.${state}`),
      plans: plans.filter((plan) => plan.state === state),
    }))
    .filter(({ key, plans: found }) => found.length > 0 || living.includes(key));
  const columns = byStep ? [...byStep, ...ended] : byState;
  return (
    <div className="plan-board" style={{ '--columns': columns.length } as React.CSSProperties}>
      {columns.map((column) => (
        <section key={column.key} aria-label={column.name}>
          <h2>
            {column.name} <b>{column.plans.length}</b>
          </h2>
          <ul>
            {column.plans.map((plan) => (
              <li key={plan.id}>
                <PlanCard plan={plan} today={today} showsState={byStep !== undefined} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function PlanCard({ plan, today, showsState }: { plan: PlanRow; today: string; showsState: boolean }) {
  const { t } = useText();
  return (
    <Link className="panel plan-card" to={`/desk/improvement/plans/${plan.id}`}>
      <small>
        {plan.method.name} <span className="num">{plan.number}</span>
      </small>
      <strong>{plan.title}</strong>
      <p>
        {plan.leader?.name ?? '–'}
        {plan.area && ` · ${plan.area.name}`}
      </p>
      <p className="marks">
        {showsState || plan.isRecurring ? <PlanMark plan={plan} /> : null}
        {!showsState && plan.currentStep && plan.state !== 'CLOSED' && <b>{plan.currentStep.name}</b>}
        <Due plan={plan} today={today} />
      </p>
      {plan.state === 'SUBMITTED' && <p>{t('plans.page.waitsFor', { name: plan.sponsor?.name ?? '–' })}</p>}
    </Link>
  );
}

/** When the next step is due; how late it is, with its shape. */
function Due({ plan, today }: { plan: PlanRow; today: string }): ReactNode {
  const { t, language } = useText();
  if (!plan.nextDueOn || plan.state === 'CLOSED' || plan.state === 'ABANDONED') return null;
  const late = daysBetween(plan.nextDueOn, today);
  if (late <= 0)
    return (
      <span className="num">
        {late === 0
          ? t('plans.page.dueToday')
          : t('plans.page.dueOn', { day: dayShort(plan.nextDueOn, language, today) })}
      </span>
    );
  return (
    <span className="status">
      <Shape name="diamond" className="mark low" />
      <span className="word low">{t('plans.page.lateDays', { count: late })}</span>
    </span>
  );
}

function PlanTable({ plans, today }: Many) {
  const { t, language } = useText();
  return (
    <section className="panel list plans-table">
      <table>
        <thead>
          <tr>
            {['number', 'title', 'method', 'state', 'step', 'due', 'leader', 'sponsor', 'area', 'opened'].map(
              (column) => (
                <th key={column}>{t(`plans.page.column.${column}`)}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={plan.id}>
              <td className="num">
                <Link to={`/desk/improvement/plans/${plan.id}`}>{plan.number}</Link>
              </td>
              <td className="wrap title">{plan.title}</td>
              <td>{plan.method.name}</td>
              <td>
                <PlanMark plan={plan} />
              </td>
              <td>{plan.currentStep?.name ?? '–'}</td>
              <td>
                <Due plan={plan} today={today} />
              </td>
              <td>{plan.leader?.name ?? '–'}</td>
              <td>{plan.sponsor?.name ?? '–'}</td>
              <td>{plan.area?.name ?? '–'}</td>
              <td className="num">{dayShort(plan.openedAt.slice(0, 10), language, today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
