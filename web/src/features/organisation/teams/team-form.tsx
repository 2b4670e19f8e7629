import { useState } from 'react';
import { fold, useText } from '../../../shared/text';
import { Check, Field, FormDialog, Group, Icon, mondayOf, Select } from '../../../shared/ui';
import { type Person, type Team, useRemoveTeam, useSaveTeam } from './teams';

type Props = {
  plantId: string;
  team: Team | undefined;
  today: string;
  areas: { id: string; name: string }[];
  people: Person[];
  shifts: { code: string; name: string }[];
  onLeave: () => void;
};

/** A team: who is in it, where it works, and which shift it has week by week. */
export function TeamForm({ plantId, team, today, areas, people, shifts, onLeave }: Props) {
  const { t } = useText();
  const saving = useSaveTeam(onLeave);
  const removing = useRemoveTeam(onLeave);
  const [search, setSearch] = useState('');
  const [said, setSaid] = useState({
    code: team?.code ?? '',
    name: team?.name ?? '',
    areaIds: team?.areas.map(({ id }) => id) ?? [],
    memberIds: team?.members.map(({ id }) => id) ?? [],
    rotationStarts: team?.rotationStarts ?? mondayOf(today),
    rotation: team?.rotation ?? [],
  });
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }));
  const toggle = (list: string[], id: string, on: boolean) => (on ? [...list, id] : list.filter((each) => each !== id));
  // Members who left the plant are kept in sight, so that they can be taken out.
  const known = [...people, ...(team?.members ?? []).filter(({ id }) => people.every((person) => person.id !== id))];
  const wanted = fold(search.trim());
  const shown = known.filter(({ name }) => fold(name).includes(wanted));
  return (
    <FormDialog
      wide
      title={team?.name ?? t('admin.teams.newTeam')}
      submit={t('admin.save')}
      error={saving.error ?? removing.error}
      busy={saving.isPending || removing.isPending}
      onSend={() =>
        saving.mutate({ plantId, ...said, ...(team && { teamId: team.id, expectedVersion: team.version }) })
      }
      onLeave={onLeave}
      more={
        team && (
          <button type="button" className="button large remove" onClick={() => removing.mutate(team)}>
            {t('admin.remove')}
          </button>
        )
      }
    >
      <div className="row">
        <Field name="code" label={t('admin.code')} className="short">
          {(control) => (
            <input {...control} required value={said.code} onChange={(event) => set({ code: event.target.value })} />
          )}
        </Field>
        <Field name="name" label={t('admin.name')}>
          {(control) => (
            <input {...control} required value={said.name} onChange={(event) => set({ name: event.target.value })} />
          )}
        </Field>
      </div>
      <Group name="areaIds" label={t('admin.teams.areas')} hint={t('admin.teams.areasHint')}>
        <div className="checks">
          {areas.map(({ id, name }) => (
            <Check
              key={id}
              label={name}
              checked={said.areaIds.includes(id)}
              onChange={(on) => set({ areaIds: toggle(said.areaIds, id, on) })}
            />
          ))}
        </div>
      </Group>
      <Group name="memberIds" label={t('admin.teams.memberCount', { count: said.memberIds.length })}>
        {known.length > 12 && (
          <input
            type="search"
            aria-label={t('admin.teams.findPerson')}
            placeholder={t('admin.teams.findPerson')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        )}
        <div className="checks people">
          {shown.map(({ id, name }) => (
            <Check
              key={id}
              label={name}
              checked={said.memberIds.includes(id)}
              onChange={(on) => set({ memberIds: toggle(said.memberIds, id, on) })}
            />
          ))}
        </div>
      </Group>
      <Field name="rotationStarts" label={t('admin.teams.rotationStarts')}>
        {(control) => (
          <input
            {...control}
            type="date"
            required
            value={said.rotationStarts}
            onChange={(event) => set({ rotationStarts: event.target.value })}
          />
        )}
      </Field>
      <Group name="rotation" label={t('admin.teams.rotation')} hint={t('admin.teams.rotationHint')}>
        <ol className="weeks">
          {said.rotation.map((code, index) => (
            <li key={index}>
              <Field name={`rotation.${index}`} label={t('admin.teams.weekOf', { number: index + 1 })}>
                {(control) => (
                  <Select
                    {...control}
                    value={code ?? ''}
                    empty={t('admin.teams.off')}
                    mayBeEmpty
                    options={shifts.map((shift) => ({ value: shift.code, label: `${shift.code} · ${shift.name}` }))}
                    onChange={(chosen) =>
                      set({ rotation: said.rotation.map((each, at) => (at === index ? chosen || null : each)) })
                    }
                  />
                )}
              </Field>
            </li>
          ))}
        </ol>
        <div className="row">
          <button
            type="button"
            className="button quiet add"
            disabled={shifts.length === 0}
            onClick={() => {
              const last = shifts.findIndex(({ code }) => code === said.rotation.at(-1));
              set({ rotation: [...said.rotation, shifts[(last + 1) % shifts.length]?.code ?? null] });
            }}
          >
            <Icon name="plus" />
            {t('admin.teams.addWeek')}
          </button>
          {said.rotation.length > 0 && (
            <button
              type="button"
              className="button quiet add"
              onClick={() => set({ rotation: said.rotation.slice(0, -1) })}
            >
              <Icon name="bin" />
              {t('admin.teams.removeWeek')}
            </button>
          )}
        </div>
      </Group>
    </FormDialog>
  );
}
