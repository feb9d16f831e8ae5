export { LookupPage } from './LookupPage';
export { LookupKey } from './dialog/LookupKey';
