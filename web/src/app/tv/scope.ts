import { queryOptions } from '@tanstack/react-query';
import { ask, graphql, type Me, type ResultOf } from '../../shared/api';
import type { BoardScope } from '../../shared/live';

const plantsDocument = graphql(`
  query TvPlants {
    plants {
      id
      code
      areas { id code }
      lines { id code }
    }
  }
`);
type Plants = ResultOf<typeof plantsDocument>['plants'];

export const plantsQuery = queryOptions({
  queryKey: ['tv', 'plants'],
  queryFn: async () => (await ask(plantsDocument)).plants,
});

type Wrong = { wrong: 'noPlant' | 'unknownPlant' | 'unknownArea' | 'unknownLine'; code: string };

/** What a wall shows: `?plant=`, `?area=` and `?lines=` name it by codes; without them, the account's own plant and area. */
export function scopeOf(search: URLSearchParams, me: Me, plants: Plants): BoardScope | Wrong {
  const code = search.get('plant');
  const own = me.memberships[0];
  const plant = code === null ? (plants.find(({ id }) => id === own?.plant.id) ?? plants[0]) : byCode(plants, code);
  if (!plant) return code === null ? { wrong: 'noPlant', code: '' } : { wrong: 'unknownPlant', code };

  const area = search.get('area');
  const areaId = area === null ? undefined : byCode(plant.areas, area)?.id;
  if (area !== null && !areaId) return { wrong: 'unknownArea', code: area };

  const lineIds: string[] = [];
  for (const each of search.get('lines')?.split(',').filter(Boolean) ?? []) {
    const line = byCode(plant.lines, each);
    if (!line) return { wrong: 'unknownLine', code: each };
    lineIds.push(line.id);
  }
  const ownArea =
    area === null && lineIds.length === 0 && own?.role === 'SCREEN' && own.areas.length === 1
      ? own.areas[0]
      : undefined;
  return {
    plantId: plant.id,
    ...((areaId ?? ownArea?.id) && { areaId: areaId ?? ownArea?.id }),
    ...(lineIds.length > 0 && { lineIds }),
  };
}

const byCode = <T extends { code: string }>(all: T[], code: string): T | undefined =>
  all.find((each) => each.code.toLowerCase() === code.trim().toLowerCase());
