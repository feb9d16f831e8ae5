import {
  ANNOTATION_LOCATION,
  parseLocationRef,
} from '@backstage/catalog-model';
import {
  basename,
  dirname,
  isAbsolute,
  join,
  relative,
  resolve,
} from 'node:path';

/** A file that states something about an entity. */
export type FileTarget = {
  /** an absolute path, or an address with http */
  address: string;
  kind: 'local' | 'remote';
  /** as people know it: `catalog-info/objectives/orders.yaml` */
  place: string;
};

export type TargetsContext = {
  /** the annotation that names files */
  annotation: string;
  /** what carries it, for people: `service` */
  entity: string;
  /** where the configuration names folders */
  foldersKey: string;
  /** folders below which files of this machine may be read */
  roots: readonly string[];
  /** as the catalog resolves what is relative to a file behind an address */
  resolveUrl(options: { url: string; base: string }): string;
};

export type Targets = {
  targets: FileTarget[];
  /** in words, what of the annotation leads nowhere */
  problems: string[];
};

const MOST = 20;

const isBelow = (root: string, path: string): boolean => {
  const way = relative(root, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
};

/** @example below the folder /srv/catalog-info: `catalog-info/objectives/orders.yaml` */
export const placeBelow = (root: string, path: string): string =>
  join(basename(root), relative(root, path));

const localTarget = (
  path: string,
  base: string,
  { roots, entity, foldersKey }: TargetsContext,
): FileTarget | string => {
  if (isAbsolute(path)) {
    return `'${path}' must be relative to the file that describes the ${entity}, such as ./objectives/orders.yaml`;
  }
  const address = resolve(dirname(base), path);
  const root = roots.find(folder => isBelow(folder, address));
  return root === undefined
    ? `'${path}' leads out of the folders that may be read: those of the catalog's file locations and ${foldersKey}`
    : { address, kind: 'local', place: placeBelow(root, address) };
};

/** What hosts of repositories put between a repository and a file in it. */
const betweenRepositoryAndFile =
  /^(\/[^/]+\/.+?)\/(-\/)?(blob|tree|raw|edit|src|browse)\//;

/**
 * What two addresses must share to be of one repository; of a plain web server
 * the host, of one that names the file in its query the whole path.
 *
 * @example https://git.example/shop/orders/blob/main/a.yaml: `git.example/shop/orders`
 */
const repositoryOf = ({ host, pathname, searchParams }: URL): string => {
  if (searchParams.has('path')) {
    return `${host}${pathname}`;
  }
  const [, repository = ''] = betweenRepositoryAndFile.exec(pathname) ?? [];
  return `${host}${repository}`;
};

/** GitHub's integration makes a folder's address of a file's; people see files. */
const asSeen = (address: string): string =>
  address.replace(/\/tree\//, '/blob/');

const remoteTarget = (
  path: string,
  base: string,
  { resolveUrl, entity }: TargetsContext,
): FileTarget | string => {
  try {
    const address = resolveUrl({ url: path, base });
    const isSame =
      repositoryOf(new URL(address)) === repositoryOf(new URL(base)) &&
      new URL(address).protocol === new URL(base).protocol;
    return isSame
      ? { address, kind: 'remote', place: asSeen(address) }
      : `'${path}' leads out of the repository of the ${entity}`;
  } catch {
    return `'${path}' makes no address together with ${base}`;
  }
};

const locationOf = (said: Record<string, string>) => {
  try {
    return parseLocationRef(said[ANNOTATION_LOCATION]);
  } catch {
    return undefined;
  }
};

const readTarget = (
  path: string,
  location: { type: string; target: string } | undefined,
  context: TargetsContext,
): FileTarget | string => {
  switch (location?.type) {
    case 'file':
      return localTarget(path, location.target, context);
    case 'url':
      return remoteTarget(path, location.target, context);
    default:
      return `'${path}' cannot be found: the catalog does not say in which file the ${context.entity} is described`;
  }
};

/** The files that an entity's annotation names, relative to the file it is described in. */
export const targetsOf = (
  { annotations: said }: { annotations: Record<string, string> },
  context: TargetsContext,
): Targets => {
  const value = said[context.annotation];
  if (value === undefined) {
    return { targets: [], problems: [] };
  }
  const location = locationOf(said);
  const found = value
    .split(',')
    .map(item => item.trim())
    .filter(Boolean)
    .slice(0, MOST)
    .map(path => readTarget(path, location, context));
  return {
    targets: found.filter(target => typeof target !== 'string'),
    problems: found.filter(target => typeof target === 'string'),
  };
};
