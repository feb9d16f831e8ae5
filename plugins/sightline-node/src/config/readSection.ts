import { RootConfigService } from '@backstage/backend-plugin-api';
import { z } from 'zod';

// What opens doors stays out of the log, and an address may hold a password.
const unsayable = new Set<PropertyKey>([
  'apiToken',
  'auth',
  'headers',
  'oauth',
  // Addresses of calendars: whoever has one can read it.
  'overrides',
  'password',
  'secret',
  'tenant',
  'tls',
  'token',
  'url',
]);

/**
 * Reads a section of app-config; throws one error that names every wrong key.
 * A section that is left out is read like one that is empty.
 * @public
 */
export const readSection = <Shape extends z.ZodType>(
  root: Pick<RootConfigService, 'getOptional'>,
  key: string,
  shape: Shape,
): z.output<Shape> => {
  const said = root.getOptional(key) ?? {};
  const read = shape.safeParse(said);
  if (read.success) return read.data;
  const problems = read.error.issues.map(
    issue => `${key}${inWords(issue, said)}`,
  );
  throw new Error(`app-config is wrong:\n- ${problems.join('\n- ')}`);
};

const inWords = ({ path, message }: z.core.$ZodIssue, said: unknown) => {
  const key = path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('');
  const value = path.reduce<unknown>(
    (within, step) => (within as Record<PropertyKey, unknown>)?.[step],
    said,
  );
  const isSaid = path.length > 0 && value !== undefined;
  const maySay = !path.some(step => unsayable.has(step)) && !holdsSecret(value);
  const got = isSaid && maySay ? `got ${JSON.stringify(value)}; ` : '';
  return `${key}: ${got}${message}`;
};

const holdsSecret = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(
    ([key, within]) => unsayable.has(key) || holdsSecret(within),
  );
