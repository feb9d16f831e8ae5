import type { IndicatorSource } from '@sightline/backstage-plugin-sightline-node';
import { Statement } from './Statement';
import { unmeasured } from './unmeasured';

type Measurer = Pick<IndicatorSource, 'id' | 'measures'>;

/**
 * Who measures it: the source it names, where there is one of that name; else the
 * first that can.
 */
export const chooseMeasurer = (
  { measure, source }: Pick<Statement, 'measure' | 'source'>,
  measurers: readonly Measurer[],
): string => {
  const able = measurers.filter(one => one.measures(measure));
  const named = able.find(({ id }) => id === source);
  return (named ?? able[0])?.id ?? unmeasured;
};
