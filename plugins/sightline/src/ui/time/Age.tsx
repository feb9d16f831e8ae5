import {
  IsoTime,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';
import { useNow } from './useNow';
import { distance, moment } from './words';

type AgeProps = {
  at: IsoTime;
  /** leaves out "ago", where the column says what is meant */
  short?: boolean;
};

/** How long ago; the moment itself on hover, in the reader's zone. */
export const Age = ({ at, short = false }: AgeProps) => {
  const now = useNow();
  const instant = toInstant(at);
  if (instant === undefined) {
    return <span>unknown time</span>;
  }
  const words = distance(instant, now);
  return (
    <time dateTime={at} title={moment(instant)}>
      {short ? words.replace(/ ago$/, '') : words}
    </time>
  );
};
