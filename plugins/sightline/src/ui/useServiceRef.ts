import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  ServiceRef,
  toServiceRef,
} from '@sightline/backstage-plugin-sightline-common';

/** The service whose entity page this is. */
export const useServiceRef = (): ServiceRef =>
  toServiceRef(stringifyEntityRef(useEntity().entity));
