import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { sightlineApiRef } from './SightlineApi';
import { SightlineClient } from './SightlineClient';

export const sightlineApi = ApiBlueprint.make({
  params: define =>
    define({
      api: sightlineApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new SightlineClient(deps),
    }),
});
