import { Config } from '@backstage/config';

export type ServicesConfig = {
  /** values of `spec.type` that make a Component a service */
  types: string[];
  /** words companies put before every name: `acme` in `acme-payments` */
  namePrefixes: string[];
  /** names kept for one source */
  namesPerSource: number;
  /** words to search by kept for one service and source */
  cluesPerService: number;
};

/**
 * Types that run and can be called, as they are commonly written. `library`,
 * `documentation` and the like cannot be called and are no services.
 */
const defaultTypes = [
  'service',
  'website',
  'grpc',
  'backend',
  'frontend',
  'gateway',
  'worker',
  'job',
  'function',
];

const readNames = (config: Config | undefined, key: string, or: string[]) => {
  const names = config?.getOptionalStringArray(key) ?? or;
  return names.map(name => name.trim().toLocaleLowerCase('en-US'));
};

const readCap = (config: Config | undefined, key: string, or: number) => {
  const cap = config?.getOptionalNumber(key) ?? or;
  if (!Number.isInteger(cap) || cap < 1) {
    throw new Error(
      `sightline.services.${key} must be a whole number above 0, not ${cap}`,
    );
  }
  return cap;
};

/** What companies put before every name is most often their own. */
const companyOf = (root: Config): string[] => {
  const name = root.getOptionalString('organization.name')?.trim();
  return name ? [name] : [];
};

/** Reads `sightline.services`; errors name key and value. */
export const readServicesConfig = (root: Config): ServicesConfig => {
  const config = root.getOptionalConfig('sightline.services');
  const types = readNames(config, 'types', defaultTypes);
  if (types.length === 0) {
    throw new Error(
      'sightline.services.types is empty; name at least one spec.type, such as service',
    );
  }
  return {
    types,
    namePrefixes: readNames(config, 'namePrefixes', companyOf(root)),
    namesPerSource: readCap(config, 'namesPerSource', 50_000),
    cluesPerService: readCap(config, 'cluesPerService', 50),
  };
};
