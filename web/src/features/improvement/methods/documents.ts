import { queryOptions } from '@tanstack/react-query';
import { ask, graphql, type ResultOf } from '../../../shared/api';

export const guideDocument = graphql(`
  query MethodGuide($plantId: UUID!) {
    methods(plantId: $plantId) {
      code
      name
      about
      sponsorTitle
      hasCycles
      steps {
        code
        name
        purpose
        signs
        due
        checks
        gate
        fields {
          code
          name
          type
          hint
          example
          required
          columns { code name }
          choices { code name }
        }
      }
    }
  }
`);

export type Method = ResultOf<typeof guideDocument>['methods'][number];

export const guideQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['methods', plantId, 'guide'],
    queryFn: async () => (await ask(guideDocument, { plantId })).methods,
    staleTime: 300_000,
  });
