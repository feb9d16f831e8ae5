import { Alias, Service, ServiceRow, Dossier } from '../services/model';
import { SourceRun, SourceStatus } from '../sources/model';
import { components } from './openapi/generated';

/**
 * The models are written by hand (engines want unions and brands), the API's
 * types come from the specification. Each line below fails to compile when one
 * of them moves without the other.
 */
type Both<Model extends Spec, Spec> = [Model, Spec];
type Schemas = components['schemas'];

export type Agreed = [
  Both<Alias, Schemas['Alias']>,
  Both<Dossier, Schemas['Dossier']>,
  Both<Service, Schemas['Service']>,
  Both<ServiceRow, Schemas['ServiceRow']>,
  Both<SourceRun, Schemas['SourceRun']>,
  Both<SourceStatus, Schemas['SourceStatus']>,
  Both<Schemas['Alias'], Alias>,
  Both<Schemas['Dossier'], Dossier>,
  Both<Schemas['Service'], Service>,
  Both<Schemas['ServiceRow'], ServiceRow>,
  Both<Schemas['SourceRun'], SourceRun>,
  Both<Schemas['SourceStatus'], SourceStatus>,
];
