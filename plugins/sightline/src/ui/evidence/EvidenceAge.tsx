import { makeStyles } from '@material-ui/core/styles';
import {
  Evidence,
  isStale,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';
import { StateShape } from '../state/StateShape';
import { useStateColours } from '../state/useStateColours';
import { useNow } from '../time/useNow';
import { distance, moment } from '../time/words';

const useStyles = makeStyles({
  age: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    fontSize: 12,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** How old evidence is, in figures and in words. */
export function useEvidenceAge(evidence: Evidence) {
  const now = useNow();
  const observedAt = toInstant(evidence.observedAt) ?? now;
  return {
    age: distance(observedAt, now),
    moment: moment(observedAt),
    stale: isStale(evidence, now),
  };
}

/** Only to be looked at: the age, marked when it is too old; source and moment on hover. */
export const EvidenceAge = ({ evidence }: { evidence: Evidence }) => {
  const classes = useStyles();
  const colours = useStateColours();
  const { age, moment: at, stale } = useEvidenceAge(evidence);
  return (
    <span
      className={classes.age}
      style={stale ? { color: colours.warn } : undefined}
      title={`${evidence.source}, ${at}`}
    >
      {stale && <StateShape kind="warn" size={9} />}
      {age}
      {stale && ' · stale'}
    </span>
  );
};
