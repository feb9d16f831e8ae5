import {
  IsoTime,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';
import { StateBadge } from '../state/StateBadge';
import { clock } from '../time/clock';
import { useNow } from '../time/useNow';
import { distance, moment } from '../time/words';

/**
 * How long somebody is on call, in the reader's zone. An answer may be older than
 * the shift it tells of, and then the shift is over.
 */
export const Until = ({ at }: { at?: IsoTime }) => {
  const now = useNow();
  const end = toInstant(at ?? '');
  if (end === undefined) {
    return <span>no end known</span>;
  }
  if (end <= now) {
    return (
      <StateBadge
        kind="warn"
        word={`over since ${clock(end, { now })}`}
        title={moment(end)}
      />
    );
  }
  return (
    <time dateTime={at} title={moment(end)}>
      until {clock(end, { now })} ({distance(end, now)})
    </time>
  );
};
