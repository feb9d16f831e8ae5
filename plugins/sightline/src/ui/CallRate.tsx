import { CallFigures } from '@sightline/backstage-plugin-sightline-common';
import { Quantity } from './Quantity';
import { count, plural, rate } from './figures';

type CallRateProps = { of: Pick<CallFigures, 'calls' | 'perSecond'> };

/** How often, or how many were seen where nobody knows how often. */
export const CallRate = ({ of: { calls, perSecond } }: CallRateProps) =>
  perSecond === undefined ? (
    <Quantity
      of={`${count(calls)} seen`}
      title="Only samples were seen, so that nobody knows the rate"
    />
  ) : (
    <Quantity
      of={rate(perSecond)}
      title={`${plural(calls, 'call')} counted in this window`}
    />
  );
