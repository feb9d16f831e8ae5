import {
  CallFigures,
  ServiceCalls,
} from '@sightline/backstage-plugin-sightline-common';
import { mixedQuantile } from './mixedQuantile';

/** All calls that came in, as one. */
export type Incoming = Omit<CallFigures, 'p50' | 'p95'> & {
  p50?: number;
  p95?: number;
  /** true: worked out from the parts, as nobody counted the whole */
  estimated: boolean;
};

/** By operation where the service itself told, else by those who called it. */
const partsOf = ({ operations, callers, leftOut }: ServiceCalls) =>
  operations.length > 0 && leftOut.operations === 0
    ? operations.map(({ figures }) => figures)
    : callers.map(({ figures }) => figures);

const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);

/**
 * Rate and errors of all that came in, exactly; p50 and p95 as far as they follow
 * from those of the parts. Undefined when nothing came in.
 */
export const incomingOf = (calls: ServiceCalls): Incoming | undefined => {
  const parts = partsOf(calls).filter(part => part.calls > 0);
  if (parts.length === 0) {
    return undefined;
  }
  const total = sum(parts.map(part => part.calls));
  const errors = sum(parts.map(part => part.errors));
  const known = parts.every(part => part.perSecond !== undefined);
  return {
    calls: total,
    errors,
    errorRatio: errors / total,
    ...(known
      ? { perSecond: sum(parts.map(part => part.perSecond ?? 0)) }
      : {}),
    p50: mixedQuantile(parts, 0.5),
    p95: mixedQuantile(parts, 0.95),
    estimated: parts.length > 1,
  };
};
