import { makeStyles } from '@material-ui/core/styles';
import { Button } from '../../../ui/Button';
import { quiet } from '../../../ui/state/quiet';
import { SloView } from '../useSloView';
import { rangeChoices, rangeWords } from './range';

const useStyles = makeStyles(theme => ({
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontSize: 13,
  },
  title: { marginRight: theme.spacing(1), color: quiet(theme) },
}));

type RangeChoicesProps = { view: Pick<SloView, 'range' | 'onRange'> };

/** Which part of the past the charts below show. */
export const RangeChoices = ({ view }: RangeChoicesProps) => {
  const classes = useStyles();
  return (
    <div className={classes.choices} role="group" aria-label="Range">
      <span className={classes.title} aria-hidden="true">
        Range
      </span>
      {rangeChoices.map(choice => {
        const [short, meaning] = rangeWords[choice];
        const chosen = choice === view.range;
        return (
          <Button
            key={choice}
            variant={chosen ? 'outlined' : 'text'}
            aria-pressed={chosen}
            title={meaning}
            style={{ minWidth: 0, fontWeight: chosen ? 600 : 400 }}
            onClick={() => view.onRange(choice)}
          >
            {short}
          </Button>
        );
      })}
    </div>
  );
};
