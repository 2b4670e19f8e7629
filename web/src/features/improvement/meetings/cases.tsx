import './meetings.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { dayOf, Icon, quantity, Shape, shortLeft, Trouble, useTimes } from '../../../shared/ui';
import { daysBetween } from '../days';
import { PlanMark } from '../plans/plan-mark';
import { type Case, type CaseFilter, casesQuery, groupsQuery } from './documents';
import { stepIn, useKeys } from './keys';
import { FullScreen } from './meeting-view';

type Props = { plantId: string; timeZone: string };

/** The first cut-off first, then what is due first. */
const byCutOff = (one: Case, other: Case) => (one.promotesAt ?? '9').localeCompare(other.promotesAt ?? '9');

/** The cases of a level, or all that runs in an area: one looks at each, and holds its meeting. */
export function Cases({ plantId, timeZone }: Props) {
  const { t, language } = useText();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [level, area] = [search.get('level') ?? '', search.get('area') ?? ''];
  const { levels = [], areas = [] } = useQuery(groupsQuery(plantId)).data ?? {};
  const filter: CaseFilter = {
    plantIds: [plantId],
    states: level ? ['DRAFT', 'SUBMITTED', 'RUNNING'] : ['RUNNING'],
    ...(level && { levels: [level] }),
    ...(area && { areaIds: [area] }),
  };
  const list = useInfiniteQuery(casesQuery(filter));
  const found = list.data?.pages[0]?.totalCount ?? 0;
  const cases = (list.data?.pages.flatMap((page) => page?.nodes ?? []) ?? []).toSorted(byCutOff);
  const [chosenId, setChosen] = useState(search.get('at') ?? '');
  const at = Math.max(
    0,
    cases.findIndex(({ id }) => id === chosenId),
  );
  const addressOf = (id: string) => {
    const from = new URLSearchParams({ from: 'meeting', ...(level && { level }), ...(area && { area }) });
    return `/desk/improvement/plans/${id}/meeting?${from}`;
  };
  const set = (name: 'level' | 'area', value: string) =>
    setSearch({ ...(level && { level }), ...(area && { area }), [name]: value }, { replace: true });
  useKeys((key) => {
    const chosen = cases[at];
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const next = cases[stepIn(key, at, cases.length)];
      setChosen(next?.id ?? '');
      document.getElementById(`case-${next?.id}`)?.scrollIntoView({ block: 'nearest' });
    } else if (
      (key === 'ArrowRight' || key === 'Enter') &&
      chosen &&
      !(document.activeElement instanceof HTMLButtonElement)
    )
      void navigate(addressOf(chosen.id));
    else return false;
    return true;
  });
  const choice = (name: 'level' | 'area', all: string, options: { value: string; label: string }[]) => (
    <label className="meeting-choice">
      <span className="sr">{t(`meetings.by.${name}`)}</span>
      <select value={name === 'level' ? level : area} onChange={(event) => set(name, event.target.value)}>
        <option value="">{all}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <header className="meeting-head">
        <div className="what">
          <h1>{t('meetings.ofCases')}</h1>
          <p>{t('plans.page.found', { count: found, number: quantity(found, language) })}</p>
        </div>
        {choice(
          'level',
          t('meetings.everyLevel'),
          levels.map(({ code, name }) => ({ value: code, label: name })),
        )}
        {choice(
          'area',
          t('meetings.everyArea'),
          areas.map(({ id, name }) => ({ value: id, label: name })),
        )}
        <FullScreen />
        <Link className="iconbutton" to="/desk/improvement/plans" aria-label={t('meetings.leave')}>
          <Icon name="close" />
        </Link>
      </header>
      <main className="topic of-cases">
        <Trouble error={list.error} />
        {list.data && cases.length === 0 && (
          <p className="nothing">
            <Shape name="circle" className="mark ok" />
            {t('meetings.noCase')}
          </p>
        )}
        <ol className="turns">
          {cases.map((each, index) => (
            <li key={each.id} id={`case-${each.id}`} className={index === at ? 'panel chosen' : 'panel'}>
              <CaseRow
                held={each}
                timeZone={timeZone}
                address={addressOf(each.id)}
                isChosen={index === at}
                onChoose={() => setChosen(each.id)}
              />
            </li>
          ))}
        </ol>
        {list.hasNextPage && (
          <button type="button" className="button" disabled={list.isFetching} onClick={() => void list.fetchNextPage()}>
            {t('common.more')}
          </button>
        )}
      </main>
      <footer className="meeting-foot">
        <p className="hint">{t('meetings.caseKeys')}</p>
        {cases[at] && (
          <Link className="button main" to={addressOf(cases[at].id)}>
            <span>
              {t('meetings.openCase')} <span className="num">{cases[at].number}</span>
            </span>
            <Icon name="right" />
          </Link>
        )}
      </footer>
    </>
  );
}

type RowProps = { held: Case; timeZone: string; address: string; isChosen: boolean; onChoose: () => void };

function CaseRow({ held, timeZone, address, isChosen, onChoose }: RowProps) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const today = dayOf(now, timeZone);
  const age = daysBetween(dayOf(Date.parse(held.openedAt), timeZone), today);
  const drifts = held.actions.filter(({ isDrift }) => isDrift).length;
  const [last] = held.meetings;
  const seenAt = last && dayOf(Date.parse(last.heldAt), timeZone) === today ? Date.parse(last.heldAt) : undefined;
  return (
    <Link className="turn case" to={address} aria-current={isChosen ? 'true' : undefined} onFocus={onChoose}>
      <strong>
        {held.title}
        <small>
          {[held.method.name, held.number, held.levelName, held.area?.name, held.leader?.name]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </strong>
      <span className="marks">
        {held.state !== 'RUNNING' || held.isRecurring ? <PlanMark plan={held} /> : null}
        <b>{held.currentStep?.name ?? t(`plans.state.${held.state}`)}</b>
      </span>
      <span>
        {age === 0 ? t('meetings.openedToday') : t('meetings.age', { count: age })}
        {held.promotesAt && (
          <small>
            {t('meetings.cutOff', {
              left: shortLeft(Date.parse(held.promotesAt), now, t),
              at: times.moment(Date.parse(held.promotesAt), now),
            })}
          </small>
        )}
      </span>
      <span className="marks">
        {drifts > 0 && (
          <span className="status">
            <Shape name="diamond" className="mark low" />
            <span className="word low">{t('meetings.driftCount', { count: drifts })}</span>
          </span>
        )}
        {seenAt && (
          <span className="status">
            <Shape name="circle" className="mark ok" />
            <span className="word ok">{t('meetings.seen', { moment: times.moment(seenAt, now) })}</span>
          </span>
        )}
      </span>
    </Link>
  );
}
