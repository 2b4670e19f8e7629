import { useQuery } from '@tanstack/react-query';
import { ask, meQuery } from '../../shared/api';
import { useText } from '../../shared/text';
import { Trouble } from '../../shared/ui';
import { type AlertDetail, peopleDocument } from './documents';

type Props = { alert: AlertDetail; plantId: string; value: string | undefined; onChange: (id: string) => void };

/** Who looks after an alert that sleeps: whoever has it, else the leader who shelves it, until somebody else is named. */
export function ShelfKeeper({ alert, plantId, value, onChange }: Props) {
  const { t } = useText();
  const areaId = alert.area?.id;
  const { data: me } = useQuery(meQuery);
  const people = useQuery({
    queryKey: ['people', plantId, areaId],
    queryFn: async () => (await ask(peopleDocument, { plantIds: [plantId], areaIds: areaId ? [areaId] : null })).people,
  });
  const first = [...(alert.owner ? [alert.owner] : []), ...(me ? [me] : [])];
  const rest = (people.data ?? []).filter(({ id }) => first.every((each) => each.id !== id));
  const all = [...new Map([...first, ...rest].map((person) => [person.id, person])).values()];
  return (
    <label className="field">
      <span>{t('alerts.shelf.owner')}</span>
      <select required value={value ?? first[0]?.id ?? ''} onChange={(event) => onChange(event.target.value)}>
        {all.map(({ id, name }) => (
          <option key={id} value={id}>
            {id === me?.id ? t('alerts.shelf.me', { name }) : name}
          </option>
        ))}
      </select>
      <small>{t('alerts.shelf.ownerHint')}</small>
      <Trouble error={people.error} />
    </label>
  );
}
