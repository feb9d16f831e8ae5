import { makeStyles } from '@material-ui/core/styles';
import { OnCallLevel } from '@sightline/backstage-plugin-sightline-common';
import { count } from '../figures';
import { quiet } from '../state/quiet';
import { ResponderLine } from './ResponderLine';

const useStyles = makeStyles(theme => ({
  levels: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(0.5, 1.25),
    margin: 0,
    '& dt': {
      color: quiet(theme),
      fontSize: 12,
      lineHeight: '24px',
      fontVariantNumeric: 'tabular-nums',
    },
    '& dd': { margin: 0, minWidth: 0 },
  },
  quiet: { color: quiet(theme), fontSize: 13, lineHeight: '24px' },
}));

type LevelProps = { of: OnCallLevel; isLater: boolean };

const Level = ({ of, isLater }: LevelProps) => {
  const classes = useStyles();
  const { level, responders, beyond = 0, gap } = of;
  return (
    <>
      <dt>Level {level}</dt>
      <dd>
        {responders.map(responder => (
          <ResponderLine
            key={responder.ref}
            responder={responder}
            isLater={isLater}
          />
        ))}
        {beyond > 0 && (
          <span className={classes.quiet}>and {count(beyond)} more</span>
        )}
        {responders.length === 0 && (
          <span className={classes.quiet}>{gap?.words ?? 'nobody'}</span>
        )}
      </dd>
    </>
  );
};

type OnCallLevelsProps = { levels: readonly OnCallLevel[] };

/** Who is asked first, and who after that. */
export const OnCallLevels = ({ levels }: OnCallLevelsProps) => {
  const classes = useStyles();
  return (
    <dl className={classes.levels}>
      {levels.map((level, at) => (
        <Level key={level.level} of={level} isLater={at > 0} />
      ))}
    </dl>
  );
};
