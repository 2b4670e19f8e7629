import { useState } from 'react';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { dayOf, Field, FormDialog, Icon, initials, instantOf, Select, useTimes, wallOf } from '../../../shared/ui';
import { type Absence, type Person, useRemoveAbsence, useSaveAbsence } from './teams';

type ListProps = { absences: Absence[]; timeZone: string; onEdit: (absence: Absence) => void };

/** Who is away and who stands in, the present first. */
export function AbsenceList({ absences, timeZone, onEdit }: ListProps) {
  const { t } = useText();
  const now = useNow();
  const times = useTimes(timeZone);
  const instant = (at: string) => times.instant(Date.parse(at), now);
  return (
    <ul className="things">
      {absences
        .toSorted((one, other) => one.from.localeCompare(other.from))
        .map((absence) => (
          <li key={absence.id}>
            <button type="button" className="thing" onClick={() => onEdit(absence)}>
              <span className="avatar" aria-hidden="true">
                {initials(absence.person?.name ?? '?')}
              </span>
              <span className="what">
                <strong>{absence.person?.name}</strong>
                <small>
                  {absence.replacedBy
                    ? t('admin.teams.replacedBy', { name: absence.replacedBy.name })
                    : t('admin.teams.notReplaced')}
                </small>
              </span>
              <span className="end num">
                {instant(absence.from)}
                <small>{t('admin.teams.until', { time: instant(absence.to) })}</small>
              </span>
              <Icon name="pen" />
              <span className="sr">{t('admin.change')}</span>
            </button>
          </li>
        ))}
    </ul>
  );
}

type FormProps = {
  plantId: string;
  timeZone: string;
  absence: Absence | undefined;
  people: Person[];
  onLeave: () => void;
};

export function AbsenceForm({ plantId, timeZone, absence, people, onLeave }: FormProps) {
  const { t } = useText();
  const now = useNow();
  const saving = useSaveAbsence(onLeave);
  const removing = useRemoveAbsence(onLeave);
  const [said, setSaid] = useState({
    personId: absence?.person?.id ?? '',
    from: wallOf(absence ? Date.parse(absence.from) : instantOf(`${dayOf(now, timeZone)}T00:00`, timeZone), timeZone),
    to: wallOf(
      absence ? Date.parse(absence.to) : instantOf(`${dayOf(now + 86_400_000, timeZone)}T00:00`, timeZone),
      timeZone,
    ),
    replacedById: absence?.replacedBy?.id ?? '',
  });
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }));
  const iso = (wall: string) => new Date(instantOf(wall, timeZone)).toISOString();
  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormDialog
      title={t(absence ? 'admin.teams.changeAbsence' : 'admin.teams.newAbsence')}
      submit={t('admin.save')}
      error={saving.error ?? removing.error}
      busy={saving.isPending || removing.isPending}
      onSend={() =>
        saving.mutate({
          plantId,
          personId: said.personId,
          from: iso(said.from),
          to: iso(said.to),
          replacedById: said.replacedById || null,
          ...(absence && { absenceId: absence.id, expectedVersion: absence.version }),
        })
      }
      onLeave={onLeave}
      more={
        absence && (
          <button type="button" className="button large remove" onClick={() => removing.mutate(absence)}>
            {t('admin.remove')}
          </button>
        )
      }
    >
      <Field name="personId" label={t('admin.teams.person')}>
        {(control) => (
          <Select
            {...control}
            required
            disabled={absence !== undefined}
            value={said.personId}
            empty={t('common.choose')}
            options={options}
            onChange={(personId) => set({ personId })}
          />
        )}
      </Field>
      <div className="row">
        {(['from', 'to'] as const).map((end) => (
          <Field key={end} name={end} label={t(`admin.teams.${end === 'from' ? 'awayFrom' : 'backAt'}`)}>
            {(control) => (
              <input
                {...control}
                type="datetime-local"
                required
                value={said[end]}
                onChange={(event) => set({ [end]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <Field name="replacedById" label={t('admin.teams.replacement')}>
        {(control) => (
          <Select
            {...control}
            value={said.replacedById}
            empty={t('admin.teams.notReplaced')}
            mayBeEmpty
            options={options.filter(({ value }) => value !== said.personId)}
            onChange={(replacedById) => set({ replacedById })}
          />
        )}
      </Field>
    </FormDialog>
  );
}
