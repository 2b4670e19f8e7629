import { useText } from '../../../shared/text';
import { Icon, initials, Trouble } from '../../../shared/ui';
import { useSaveFallback } from './policies';

type Person = { id: string; name: string };
type Props = { plantId: string; version: number; fallback: Person[]; people: Person[] };

/** Who is called when nobody else can be reached; never nobody. */
export function FallbackList({ plantId, version, fallback, people }: Props) {
  const { t } = useText();
  const saving = useSaveFallback(plantId);
  const save = (personIds: string[]) => saving.mutate({ personIds, expectedVersion: version });
  const ids = fallback.map(({ id }) => id);
  return (
    <>
      <Trouble error={saving.error} />
      {fallback.length === 0 && <p className="none">{t('admin.kinds.noFallback')}</p>}
      <ol className="things">
        {fallback.map((person) => (
          <li key={person.id}>
            <div className="thing">
              <span className="avatar" aria-hidden="true">
                {initials(person.name)}
              </span>
              <span className="what">{person.name}</span>
              <button
                type="button"
                className="iconbutton"
                aria-label={t('common.about', { what: t('admin.remove'), name: person.name })}
                disabled={fallback.length === 1 || saving.isPending}
                title={fallback.length === 1 ? t('admin.kinds.lastFallback') : undefined}
                onClick={() => save(ids.filter((id) => id !== person.id))}
              >
                <Icon name="bin" />
              </button>
            </div>
          </li>
        ))}
      </ol>
      <label className="choice wide">
        <span className="sr">{t('admin.kinds.addFallback')}</span>
        <select value="" disabled={saving.isPending} onChange={(event) => save([...ids, event.target.value])}>
          <option value="" disabled>
            {t('admin.kinds.addFallback')}
          </option>
          {people
            .filter(({ id }) => !ids.includes(id))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
        <Icon name="down" />
      </label>
    </>
  );
}
