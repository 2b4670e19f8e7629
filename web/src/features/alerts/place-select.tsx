import { queryOptions, useQuery } from '@tanstack/react-query';
import { ask, graphql } from '../../shared/api';
import { useText } from '../../shared/text';
import { Field, Select } from '../../shared/ui';

const placesDocument = graphql(`
  query PlacesToChoose($plantIds: [UUID!]) {
    places(plantIds: $plantIds, kinds: [AREA, LINE, STATION], first: 1000) {
      nodes { id name kind line { name } }
    }
  }
`);

const placesQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['places', 'to-choose', plantId],
    queryFn: async () => (await ask(placesDocument, { plantIds: [plantId] })).places.nodes ?? [],
    staleTime: 60_000,
  });

type Props = {
  plantId: string;
  /** What is meant when no place is chosen. */
  everywhere: string;
  value: string;
  onChange: (placeId: string) => void;
};

/** An area, line or station of the plant; a station is named with its line. */
export function PlaceSelect({ plantId, everywhere, value, onChange }: Props) {
  const { t } = useText();
  const places = useQuery(placesQuery(plantId));
  return (
    <Field name="placeId" label={t('admin.windows.where')}>
      {(control) => (
        <Select
          {...control}
          value={value}
          empty={everywhere}
          mayBeEmpty
          options={(places.data ?? []).map(({ id, name, line }) => ({
            value: id,
            label: line && line.name !== name ? `${line.name} · ${name}` : name,
          }))}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
