import { makeStyles } from '@material-ui/core/styles';
import {
  ObjectiveStatus,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';
import { duration } from '../figures';
import { StateShape } from '../state/StateShape';
import { useStateColours } from '../state/useStateColours';
import { useNow } from '../time/useNow';
import { moment } from '../time/words';
import { burnFigure } from './burn';

const useStyles = makeStyles({
  // In a line the budget stands beside it, with its shape.
  shape: { display: 'inline-flex', '[data-in-line] &': { display: 'none' } },
});

type BudgetEndProps = { of: Pick<ObjectiveStatus, 'budget' | 'forecast'> };

/** When the budget will be spent if it goes on like this; the moment itself on hover. */
export const BudgetEnd = ({ of: { budget, forecast } }: BudgetEndProps) => {
  const now = useNow();
  const classes = useStyles();
  const colours = useStateColours();
  if (!budget) {
    return <span title="What is left of the budget is unknown">–</span>;
  }
  if (budget.remaining <= 0) {
    return (
      <span
        style={{ color: colours.bad, whiteSpace: 'nowrap' }}
        title="Nothing is left of the budget"
      >
        <span className={classes.shape}>
          <StateShape kind="bad" size={9} />
        </span>{' '}
        spent
      </span>
    );
  }
  const end = forecast?.exhaustedAt && toInstant(forecast.exhaustedAt);
  if (!forecast || !end) {
    return (
      <span title="At the present pace it lasts to the end of the window">
        lasts
      </span>
    );
  }
  return (
    <time
      dateTime={forecast.exhaustedAt}
      title={`${moment(end)}, if it goes on at ${burnFigure(forecast.burn)}`}
      style={{ whiteSpace: 'nowrap' }}
    >
      {end > now ? `in ${duration(end - now)}` : 'by now'}
    </time>
  );
};
