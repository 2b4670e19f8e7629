import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useText } from '../../../shared/text';
import { type Asked, evidenceQuery } from './evidence';

/** Whose evidence a page shows, and the days that stand in its address. */
export function useAsked(personId: string | undefined): Asked {
  const [search] = useSearchParams();
  return { personId: personId ?? null, from: search.get('from') || null, to: search.get('to') || null };
}

/** From which day to which, and what prints it. */
export function PeriodAndPrint({ asked }: { asked: Asked }) {
  const { t, language } = useText();
  const [search, setSearch] = useSearchParams();
  const { data } = useQuery(evidenceQuery(asked));
  if (!data) return null;
  const set = (name: 'from' | 'to', day: string) => {
    const next = new URLSearchParams(search);
    if (day) next.set(name, day);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  return (
    <>
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="filter day">
          <span>{t(`evidence.${name}`)}</span>
          <input
            type="date"
            value={asked[name] ?? data[name]}
            {...(name === 'from' ? { max: asked.to ?? data.to } : { min: asked.from ?? data.from })}
            onChange={(event) => set(name, event.target.value)}
          />
        </label>
      ))}
      <a
        className="button"
        href={`/print/evidence/${data.person.id}?lang=${language}&from=${data.from}&to=${data.to}`}
        target="_blank"
        rel="noreferrer"
      >
        {t('evidence.print')}
      </a>
    </>
  );
}
