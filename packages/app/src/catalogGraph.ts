import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
  catalogGraphApiRef,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';
import {
  RELATION_OBSERVED_DEPENDENCY_OF,
  RELATION_OBSERVED_DEPENDS_ON,
} from '@sightline/backstage-plugin-sightline-common';

const observed: [string, string] = [
  RELATION_OBSERVED_DEPENDS_ON,
  RELATION_OBSERVED_DEPENDENCY_OF,
];

/** The catalog's graph draws what traces saw beside what people declare. */
export const catalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogGraphApiRef,
          deps: {},
          factory: () =>
            new DefaultCatalogGraphApi({
              knownRelations: [...ALL_RELATIONS, ...observed],
              knownRelationPairs: [...ALL_RELATION_PAIRS, observed],
              defaultRelationTypes: { exclude: [] },
            }),
        }),
    }),
  ],
});
