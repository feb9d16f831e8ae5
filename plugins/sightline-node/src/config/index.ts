/**
 * How sections of app-config are read: one error that names every wrong key, what
 * was got and what is allowed.
 *
 * @packageDocumentation
 */
export { readSection } from './readSection';
export {
  address,
  authorization,
  certificates,
  credentials,
  distinct,
  duration,
  header,
  headers,
  sourceName,
} from './settings';
