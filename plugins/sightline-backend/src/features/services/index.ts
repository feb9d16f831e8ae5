/**
 * Which services exist, who owns them, by which names others know them, and
 * all that is known about one of them.
 */
export { addServicesApi } from './api/addServicesApi';
export { createServices } from './createServices';
export { addBriefApi } from './brief/api/addBriefApi';
export type { BriefSources } from './brief/BriefSources';
export { addLookupApi } from './lookup/api/addLookupApi';
export { createLookup } from './lookup/createLookup';
export { addSafeToDeployApi } from './safeToDeploy/api/addSafeToDeployApi';
export type { DeploySources } from './safeToDeploy/DeploySources';
export type { Services, ServicesOptions, ReportOrigin } from './Services';
export type {
  FacetValue,
  ServiceFacets,
  ServiceFilter,
  ServiceListReader,
  ServiceRowField,
  ServiceScope,
  ServiceSort,
  ServicesPage,
  ServicesQuery,
  ServicesSelection,
  SparseServiceRow,
} from './list/ServiceListReader';
export type {
  AliasDecision,
  AliasDecisions,
  AliasReader,
  AliasesPage,
  AliasesQuery,
  ResolvedName,
} from './aliases/AliasReader';
export type {
  DeclaredNeeds,
  Directory,
  DirectoryApi,
  DirectoryEntry,
  DirectoryReader,
} from './directory/Directory';
export type {
  DossierPart,
  DossierReader,
  StoredDossier,
} from './dossier/DossierReader';
export type { ServicesConfig } from './readServicesConfig';
export type { RowPart } from './rows/RowPart';
export type { FleetReader, ServiceInBrief } from './fleetReader';
