import { makeStyles } from '@material-ui/core/styles';
import { StateKind } from './palette';
import { StateShape } from './StateShape';
import { useStateColours } from './useStateColours';

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    fontWeight: 600,
    whiteSpace: 'nowrap',
    maxWidth: '100%',
  },
  word: { overflow: 'hidden', textOverflow: 'ellipsis' },
});

type StateBadgeProps = { kind: StateKind; word: string; title?: string };

/** A state, as shape, word and colour; any one of the three is enough. */
export const StateBadge = ({ kind, word, title }: StateBadgeProps) => {
  const classes = useStyles();
  const colours = useStateColours();
  return (
    <span
      className={classes.badge}
      style={{ color: colours[kind] }}
      title={title}
    >
      <StateShape kind={kind} />
      <span className={classes.word}>{word}</span>
    </span>
  );
};
