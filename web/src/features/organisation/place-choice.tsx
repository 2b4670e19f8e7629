import './place-choice.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask, graphql } from '../../shared/api';
import { fold, useText } from '../../shared/text';
import { Icon, Trouble } from '../../shared/ui';

const placesDocument = graphql(`
  query Places($plantIds: [UUID!]) {
    places(plantIds: $plantIds, kinds: [STATION, LINE, LOCATION], first: 1000) {
      nodes { id code name kind label line { id name } }
    }
  }
`);

/** Where it is: the last places first, then the rest by line; a name, a code or a label's short code finds it. */
export function PlaceChoice({ plantId, last }: { plantId: string; last: string[] }) {
  const { t } = useText();
  const [text, setText] = useState('');
  const places = useQuery({
    queryKey: ['places', plantId],
    queryFn: async () => (await ask(placesDocument, { plantIds: [plantId] })).places.nodes ?? [],
    staleTime: 60_000,
  });
  const wanted = fold(text.trim());
  const all = places.data ?? [];
  const found = all.filter((place) =>
    fold(`${place.line?.name ?? ''} ${place.name} ${place.code} ${place.label}`).includes(wanted),
  );
  const recent = wanted ? [] : last.flatMap((id) => all.find((place) => place.id === id) ?? []);
  const groups = new Map<string, typeof all>();
  for (const place of found.filter(({ kind }) => kind !== 'LINE' || wanted !== '')) {
    const name = place.line?.name ?? t('organisation.stores');
    groups.set(name, [...(groups.get(name) ?? []), place]);
  }
  const row = (place: (typeof all)[number], withLine: boolean) => (
    <li key={place.id}>
      <Link to={`/raise/${place.id}`}>
        <span>
          <strong>{place.name}</strong>
          <small className="num">{withLine && place.line ? `${place.line.name} · ${place.label}` : place.label}</small>
        </span>
        <Icon name="right" />
      </Link>
    </li>
  );
  return (
    <>
      <Trouble error={places.error} />
      {recent.length > 0 && (
        <section className="places">
          <h2>{t('organisation.lastPlaces')}</h2>
          <ul>{recent.map((place) => row(place, true))}</ul>
        </section>
      )}
      {[...groups].map(([name, group]) => (
        <section key={name} className="places">
          <h2>{name}</h2>
          <ul>{group.map((place) => row(place, false))}</ul>
        </section>
      ))}
      <div className="thumb">
        <label className="search">
          <Icon name="search" />
          <input
            type="search"
            enterKeyHint="search"
            placeholder={t('organisation.placeOrCode')}
            aria-label={t('organisation.placeOrCode')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
      </div>
    </>
  );
}
