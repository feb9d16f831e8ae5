import { makeStyles } from '@material-ui/core/styles';
import { DriftVerdict } from '@sightline/backstage-plugin-sightline-common';
import { StateBadge } from '../state/StateBadge';
import { quiet } from '../state/quiet';
import { verdictWords } from './verdictWords';

const useStyles = makeStyles(theme => ({ agreed: { color: quiet(theme) } }));

type VerdictBadgeProps = {
  verdict: DriftVerdict;
  /** more than the general meaning, where it is known */
  why?: string;
};

/** A verdict in a word; only disagreement draws the eye. */
export const VerdictBadge = ({ verdict, why }: VerdictBadgeProps) => {
  const classes = useStyles();
  const { word, kind, meaning } = verdictWords[verdict];
  const title = why ?? meaning;
  return kind ? (
    <StateBadge kind={kind} word={word} title={title} />
  ) : (
    <span className={classes.agreed} title={title}>
      {word}
    </span>
  );
};
