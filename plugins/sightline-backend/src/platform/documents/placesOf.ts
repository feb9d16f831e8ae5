import { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { dirname, resolve } from 'node:path';
import { TargetsContext } from './targets';

/** Where the catalog itself reads files of this machine; nobody but the operator says so. */
const catalogFolders = (root: Config): string[] =>
  (root.getOptionalConfigArray('catalog.locations') ?? [])
    .filter(location => location.getOptionalString('type') === 'file')
    .flatMap(location => location.getOptionalString('target') ?? [])
    .map(target => dirname(resolve(target)));

/** Where files may be read that entities name: some folders, and beside the catalog's own. */
export const placesOf = (options: {
  rootConfig: Config;
  folders: readonly string[];
}): Pick<TargetsContext, 'roots' | 'resolveUrl'> => {
  const { rootConfig, folders } = options;
  const integrations = ScmIntegrations.fromConfig(rootConfig);
  return {
    roots: [...new Set([...folders, ...catalogFolders(rootConfig)])],
    resolveUrl: ({ url, base }) => integrations.resolveUrl({ url, base }),
  };
};
