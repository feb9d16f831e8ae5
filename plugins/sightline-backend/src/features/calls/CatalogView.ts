import { Catalog } from './engine/Catalog';

/** Where the catalog is read. */
export interface CatalogView {
  read(): Promise<Catalog>;
}
