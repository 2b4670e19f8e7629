import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { areasQuery, calendarQuery } from '../../../features/organisation/calendar/calendar';
import { AbsenceForm, AbsenceList } from '../../../features/organisation/teams/absences';
import { RotationPicture } from '../../../features/organisation/teams/rotation-picture';
import { TeamForm } from '../../../features/organisation/teams/team-form';
import {
  type Absence,
  absencesQuery,
  onShiftQuery,
  rosterQuery,
  type Team,
  teamsQuery,
} from '../../../features/organisation/teams/teams';
import { useNow } from '../../../shared/live';
import { useText, useTitle } from '../../../shared/text';
import { dayOf, Icon, instantOf, Trouble } from '../../../shared/ui';
import { useAdministration } from './admin-shell';

type Open = { what: 'team'; team?: Team } | { what: 'absence'; absence?: Absence };

/** Who works with whom, which shift each team has, who is away and who stands in. */
export function TeamsPage() {
  const { t } = useText();
  const { plant, mayAdminister } = useAdministration();
  const now = useNow();
  const today = dayOf(now, plant.timeZone);
  const teams = useQuery(teamsQuery(plant.id));
  const calendar = useQuery(calendarQuery(plant.id, null));
  const areas = useQuery(areasQuery(plant.id));
  const people = useQuery(rosterQuery(plant.id));
  const onShift = useQuery(onShiftQuery(plant.id));
  const absences = useQuery(
    absencesQuery(plant.id, new Date(instantOf(`${today}T00:00`, plant.timeZone)).toISOString()),
  );
  const [open, setOpen] = useState<Open>();
  useTitle(t('admin.page.teams'));
  const shifts = calendar.data?.shifts ?? [];
  const present = onShift.data?.people ?? [];
  const working = new Set(present.flatMap(({ team }) => (team ? [team.id] : [])));
  const leave = () => setOpen(undefined);
  return (
    <>
      <header className="head">
        <h1>{t('admin.page.teams')}</h1>
        {onShift.data && (
          <p>
            {onShift.data.shift ? `${onShift.data.shift.name} · ` : ''}
            {t('admin.teams.present', { count: present.length })}
          </p>
        )}
      </header>
      <div className="said">
        <Trouble error={teams.error ?? absences.error ?? calendar.error ?? people.error} />
      </div>
      <div className="admin">
        <section className="panel part wide flush">
          <header>
            <h2>{t('admin.teams.rotations')}</h2>
            {mayAdminister && (
              <button type="button" className="button" onClick={() => setOpen({ what: 'team' })}>
                <Icon name="plus" />
                {t('admin.teams.newTeam')}
              </button>
            )}
          </header>
          {calendar.data === null && <p className="muted">{t('admin.teams.noCalendar')}</p>}
          {teams.data?.length === 0 && <p className="none">{t('admin.teams.none')}</p>}
          {teams.data && teams.data.length > 0 && (
            <RotationPicture
              teams={teams.data}
              codes={shifts.map(({ code }) => code)}
              today={today}
              working={working}
              mayEdit={mayAdminister}
              onEdit={(team) => setOpen({ what: 'team', team })}
            />
          )}
        </section>
        <section className="panel part">
          <header>
            <h2>{t('admin.teams.absences')}</h2>
            <button type="button" className="button" onClick={() => setOpen({ what: 'absence' })}>
              <Icon name="plus" />
              {t('admin.teams.newAbsence')}
            </button>
          </header>
          {absences.data?.length === 0 && <p className="none">{t('admin.teams.noAbsences')}</p>}
          <AbsenceList
            absences={absences.data ?? []}
            timeZone={plant.timeZone}
            onEdit={(absence) => setOpen({ what: 'absence', absence })}
          />
        </section>
        <section className="panel part">
          <header>
            <h2>{t('admin.teams.onShift')}</h2>
          </header>
          {onShift.data && present.length === 0 && <p className="none">{t('admin.teams.nobody')}</p>}
          <ul className="present">
            {present.map(({ person, role }) => (
              <li key={`${person.id} ${role}`}>
                {person.name}
                <small>{t(`organisation.role.${role}`)}</small>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {open?.what === 'team' && (
        <TeamForm
          plantId={plant.id}
          team={open.team}
          today={today}
          areas={areas.data ?? []}
          people={people.data ?? []}
          shifts={shifts}
          onLeave={leave}
        />
      )}
      {open?.what === 'absence' && (
        <AbsenceForm
          plantId={plant.id}
          timeZone={plant.timeZone}
          absence={open.absence}
          people={people.data ?? []}
          onLeave={leave}
        />
      )}
    </>
  );
}
