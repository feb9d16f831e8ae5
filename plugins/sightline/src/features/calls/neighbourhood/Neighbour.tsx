import { makeStyles } from '@material-ui/core/styles';
import { CallLink } from '@sightline/backstage-plugin-sightline-common';
import { CallRate } from '../../../ui/CallRate';
import { ErrorShare } from '../../../ui/ErrorShare';
import { Quantity } from '../../../ui/Quantity';
import { verdictWords } from '../../../ui/drift/verdictWords';
import { duration } from '../../../ui/figures';
import { PartyName } from '../../../ui/party/PartyName';
import { StateShape } from '../../../ui/state/StateShape';
import { quiet } from '../../../ui/state/quiet';
import { useStateColours } from '../../../ui/state/useStateColours';

const useStyles = makeStyles(theme => ({
  name: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 8,
    height: 22,
    fontSize: 14,
    fontWeight: 600,
  },
  figures: {
    display: 'flex',
    gap: 10,
    height: 18,
    fontSize: 12,
    color: quiet(theme),
    overflow: 'hidden',
    whiteSpace: 'nowrap',
  },
}));

/** Only disagreement is marked. */
const VerdictMark = ({ verdict }: Pick<CallLink, 'verdict'>) => {
  const colours = useStateColours();
  const words = verdict && verdictWords[verdict];
  return words?.kind ? (
    <span
      role="img"
      aria-label={words.word}
      title={`${words.word}: ${words.meaning}`}
      style={{ color: colours[words.kind], display: 'inline-flex' }}
    >
      <StateShape kind={words.kind} />
    </span>
  ) : null;
};

/** One neighbour: who it is, and how its calls fare. */
export const Neighbour = ({ link }: { link: CallLink }) => {
  const classes = useStyles();
  const { party, figures, modes, verdict } = link;
  return (
    <>
      <div className={classes.name}>
        <PartyName party={party} />
        <VerdictMark verdict={verdict} />
      </div>
      <div className={classes.figures}>
        <CallRate of={figures} />
        <ErrorShare of={figures} />
        {figures.p95 !== undefined && (
          <span>
            p95 <Quantity of={duration(figures.p95)} />
          </span>
        )}
        {!modes.includes('sync') && <span>async</span>}
      </div>
    </>
  );
};
