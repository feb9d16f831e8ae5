import { makeStyles } from '@material-ui/core/styles';
import { OnCallState } from '@sightline/backstage-plugin-sightline-common';
import { StateShape } from '../state/StateShape';
import { useStateColours } from '../state/useStateColours';
import { onCallKinds } from './onCallWords';

const useStyles = makeStyles({
  headline: {
    display: 'flex',
    alignItems: 'baseline',
    gap: 7,
    margin: 0,
    fontSize: 15,
    fontWeight: 600,
    lineHeight: '22px',
    overflowWrap: 'anywhere',
  },
});

type OnCallHeadlineProps = { state: OnCallState; words: string };

/** What is to be read first: that somebody is on call, or that nobody is. */
export const OnCallHeadline = ({ state, words }: OnCallHeadlineProps) => {
  const classes = useStyles();
  const colours = useStateColours();
  const kind = onCallKinds[state];
  return (
    <p className={classes.headline} style={{ color: colours[kind] }}>
      <StateShape kind={kind} />
      <span>{words}</span>
    </p>
  );
};
