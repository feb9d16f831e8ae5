import {
  createApiFactory,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { sightlineApiRef } from './SightlineApi';
import { SightlineClient } from './SightlineClient';

/** For the old frontend system. */
export const sightlineApiFactory = createApiFactory({
  api: sightlineApiRef,
  deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
  factory: deps => new SightlineClient(deps),
});
