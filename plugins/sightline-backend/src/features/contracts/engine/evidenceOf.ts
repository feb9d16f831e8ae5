import { Evidence, toIso } from '@sightline/backstage-plugin-sightline-common';
import { Contracted } from './BrokerMirror';

/** Of several brokers the one that was seen longest ago; none while none was mirrored. */
export const evidenceOf = ({ mirrors }: Contracted): Evidence | undefined => {
  const [oldest] = [...mirrors].sort((a, b) => a.observedAt - b.observedAt);
  return (
    oldest && {
      ...{ source: oldest.broker, validFor: oldest.freshFor },
      observedAt: toIso(oldest.observedAt),
    }
  );
};
