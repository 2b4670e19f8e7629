import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import {
  areasQuery,
  type Calendar,
  type CalendarFacts,
  calendarQuery,
  factsOf,
  useRemoveCalendar,
  useSaveCalendar,
} from '../../../features/organisation/calendar/calendar';
import { ClosingForm, ShiftForm, SpecialDayForm } from '../../../features/organisation/calendar/calendar-forms';
import { ClosingList, ShiftList, SpecialDayList } from '../../../features/organisation/calendar/calendar-lists';
import { DaysAhead } from '../../../features/organisation/calendar/days-ahead';
import { patterns } from '../../../features/organisation/calendar/patterns';
import { WeekPicture } from '../../../features/organisation/calendar/week-picture';
import { YearStrip } from '../../../features/organisation/calendar/year-strip';
import { useNow } from '../../../shared/live';
import { useText, useTitle } from '../../../shared/text';
import { dayOf, FormDialog, Icon, minutesOf, Trouble, wallOf, weekDays } from '../../../shared/ui';
import { useAdministration } from './admin-shell';

type Open = { what: 'shift' | 'closing' | 'special'; index: number } | { what: 'remove' };

/** When the plant works, or one of its areas. */
export function CalendarPage() {
  const { t } = useText();
  const { plant, mayAdminister } = useAdministration();
  const [search, setSearch] = useSearchParams();
  const areaId = search.get('area');
  const areas = useQuery(areasQuery(plant.id));
  const calendar = useQuery(calendarQuery(plant.id, areaId));
  useTitle(t('admin.page.calendar'));
  const area = areas.data?.find(({ id }) => id === areaId);
  const of = (id: string) => {
    const next = new URLSearchParams(search);
    if (id) next.set('area', id);
    else next.delete('area');
    setSearch(next, { replace: true });
  };
  const found = calendar.data;
  const isOwn = found?.isOwn === true;
  return (
    <>
      <header className="head">
        <h1>{t('admin.page.calendar')}</h1>
        <label className="filter">
          <span className="sr">{t('admin.calendar.of')}</span>
          <select value={areaId ?? ''} onChange={(event) => of(event.target.value)}>
            <option value="">{t('admin.wholePlant')}</option>
            {areas.data?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </label>
        {found && areaId && (
          <p>{t(isOwn ? 'admin.calendar.ownCalendar' : 'admin.calendar.followsPlant', { area: area?.name ?? '' })}</p>
        )}
      </header>
      <div className="said">
        <Trouble error={calendar.error ?? areas.error} />
      </div>
      {calendar.data === null && <Begin key={areaId} areaId={areaId} />}
      {found && (
        <Chosen key={areaId} areaId={areaId} calendar={found} isOwn={isOwn || !areaId} mayAdminister={mayAdminister} />
      )}
    </>
  );
}

type ChosenProps = {
  areaId: string | null;
  calendar: Calendar;
  /** Of this area, and not the plant's that it follows. */
  isOwn: boolean;
  mayAdminister: boolean;
};

function Chosen({ areaId, calendar, isOwn, mayAdminister }: ChosenProps) {
  const { t } = useText();
  const { plant } = useAdministration();
  const now = useNow();
  const [open, setOpen] = useState<Open>();
  const wall = wallOf(now, plant.timeZone);
  const today = dayOf(now, plant.timeZone);
  const weekday = (new Date(`${today}T00:00Z`).getUTCDay() + 6) % 7;
  const facts = factsOf(calendar);
  const mayEdit = mayAdminister && isOwn;
  const leave = () => setOpen(undefined);
  const standing = { plantId: plant.id, areaId, version: calendar.version, facts, onLeave: leave };
  const own = useSaveCalendar(plant.id, areaId, undefined, () => undefined);
  const add = (what: 'shift' | 'closing' | 'special', name: string, count: number) =>
    mayEdit && (
      <button type="button" className="button" onClick={() => setOpen({ what, index: count })}>
        <Icon name="plus" />
        {name}
      </button>
    );
  return (
    <div className="admin">
      <section className="panel part week-part">
        <header>
          <h2>{t('admin.calendar.week')}</h2>
          {mayAdminister && areaId && !isOwn && (
            <button type="button" className="button" disabled={own.isPending} onClick={() => own.mutate(facts)}>
              {t('admin.calendar.giveOwn')}
            </button>
          )}
          {mayEdit && areaId && (
            <button type="button" className="button" onClick={() => setOpen({ what: 'remove' })}>
              {t('admin.calendar.followAgain')}
            </button>
          )}
        </header>
        <Trouble error={own.error} />
        <WeekPicture shifts={facts.shifts} now={{ day: weekday, minute: minutesOf(wall.slice(11)) }} />
      </section>
      <section className="panel part">
        <header>
          <h2>{t('admin.calendar.shifts')}</h2>
          {add('shift', t('admin.calendar.addShift'), facts.shifts.length)}
        </header>
        <ShiftList list={facts.shifts} mayEdit={mayEdit} onEdit={(index) => setOpen({ what: 'shift', index })} />
      </section>
      <section className="panel part wide">
        <header>
          <h2>{t('admin.calendar.ahead')}</h2>
        </header>
        <DaysAhead days={calendar.next14Days} timeZone={plant.timeZone} />
      </section>
      <section className="panel part wide">
        <header>
          <h2>{t('admin.calendar.years')}</h2>
        </header>
        <YearStrip year={Number(today.slice(0, 4))} today={today} {...facts} />
        <YearStrip year={Number(today.slice(0, 4)) + 1} today={today} {...facts} />
      </section>
      <section className="panel part">
        <header>
          <h2>{t('admin.calendar.closings')}</h2>
          {add('closing', t('admin.calendar.addClosing'), facts.closings.length)}
        </header>
        {facts.closings.length === 0 && <p className="none">{t('admin.calendar.noClosings')}</p>}
        <ClosingList
          list={facts.closings}
          mayEdit={mayEdit}
          today={today}
          onEdit={(index) => setOpen({ what: 'closing', index })}
        />
      </section>
      <section className="panel part">
        <header>
          <h2>{t('admin.calendar.specialDays')}</h2>
          {add('special', t('admin.calendar.addSpecial'), facts.specialDays.length)}
        </header>
        {facts.specialDays.length === 0 && <p className="none">{t('admin.calendar.noSpecialDays')}</p>}
        <SpecialDayList
          list={facts.specialDays}
          mayEdit={mayEdit}
          today={today}
          onEdit={(index) => setOpen({ what: 'special', index })}
        />
      </section>
      {open?.what === 'shift' && <ShiftForm {...standing} index={open.index} />}
      {open?.what === 'closing' && <ClosingForm {...standing} index={open.index} today={today} />}
      {open?.what === 'special' && <SpecialDayForm {...standing} index={open.index} today={today} />}
      {open?.what === 'remove' && <FollowAgain areaId={areaId} version={calendar.version} onLeave={leave} />}
    </div>
  );
}

function FollowAgain({ areaId, version, onLeave }: { areaId: string | null; version: number; onLeave: () => void }) {
  const { t } = useText();
  const { plant } = useAdministration();
  const removing = useRemoveCalendar(plant.id, areaId, version, onLeave);
  return (
    <FormDialog
      title={t('admin.calendar.followAgain')}
      submit={t('admin.calendar.followAgain')}
      error={removing.error}
      busy={removing.isPending}
      onSend={() => removing.mutate()}
      onLeave={onLeave}
    >
      <p>{t('admin.calendar.followAgainHint')}</p>
    </FormDialog>
  );
}

/** A plant without a calendar: what that means, and a usual week to begin from. */
function Begin({ areaId }: { areaId: string | null }) {
  const { t } = useText();
  const { plant, mayAdminister } = useAdministration();
  const [written, setWritten] = useState<CalendarFacts>();
  const saving = useSaveCalendar(plant.id, areaId, undefined, () => undefined);
  return (
    <div className="admin">
      <section className="panel part wide">
        <header>
          <h2>{t('admin.calendar.aroundTheClock')}</h2>
        </header>
        <p>{t('admin.calendar.aroundTheClockMeans')}</p>
        <WeekPicture
          shifts={[
            {
              code: '24',
              name: t('admin.calendar.always'),
              starts: '00:00',
              ends: '00:00',
              days: [...weekDays],
              breaks: [],
            },
          ]}
        />
        {mayAdminister && (
          <>
            <h3>{t('admin.calendar.beginFrom')}</h3>
            <div className="patterns">
              {patterns.map(({ name, shifts }) => (
                <button
                  key={name}
                  type="button"
                  className="button"
                  disabled={saving.isPending}
                  onClick={() => saving.mutate({ shifts: shifts(t), closings: [], specialDays: [] })}
                >
                  <span>
                    <strong>{t(`admin.calendar.pattern.${name}`)}</strong>
                    <small>{t(`admin.calendar.pattern.${name}Hint`)}</small>
                  </span>
                </button>
              ))}
              <button
                type="button"
                className="button"
                onClick={() => setWritten({ shifts: [], closings: [], specialDays: [] })}
              >
                <span>
                  <strong>{t('admin.calendar.pattern.own')}</strong>
                  <small>{t('admin.calendar.pattern.ownHint')}</small>
                </span>
              </button>
            </div>
            <Trouble error={saving.error} />
          </>
        )}
      </section>
      {written && (
        <ShiftForm
          plantId={plant.id}
          areaId={areaId}
          version={undefined}
          facts={written}
          index={0}
          onLeave={() => setWritten(undefined)}
        />
      )}
    </div>
  );
}
