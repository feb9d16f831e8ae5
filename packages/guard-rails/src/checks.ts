import type { Check } from './Check.ts';
import { checkApiReports } from './apiReports.ts';
import { checkCatalog } from './catalog.ts';
import { checkChangesets } from './changesets.ts';
import { checkDependencies } from './dependencies.ts';
import { checkFileLength } from './fileLength.ts';
import { checkLicences } from './licences.ts';
import { checkPackages } from './packages.ts';
import { checkProductOnly } from './productOnly.ts';
import { checkSqlReports } from './sqlReports.ts';
import { checkUnused } from './unused.ts';

/** By the name that `node packages/guard-rails/src/run.ts NAME` takes. */
export const checks: Record<string, Check> = {
  'api-reports': checkApiReports,
  'sql-reports': checkSqlReports,
  unused: checkUnused,
  licences: checkLicences,
  dependencies: checkDependencies,
  packages: checkPackages,
  'file-length': checkFileLength,
  'product-only': checkProductOnly,
  catalog: checkCatalog,
  changesets: checkChangesets,
};
