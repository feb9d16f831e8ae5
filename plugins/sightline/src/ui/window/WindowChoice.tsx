import { makeStyles } from '@material-ui/core/styles';
import { duration } from '../figures';
import { CallsView, windowChoices } from './callsWindow';

const useStyles = makeStyles(theme => ({
  choices: { display: 'inline-flex', flexWrap: 'wrap', gap: 8 },
  choice: {
    font: 'inherit',
    fontSize: 14,
    height: 32,
    maxWidth: 240,
    padding: '0 8px',
    color: theme.palette.text.primary,
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

type WindowChoiceProps = {
  view: CallsView;
  /** those that traces named; the chosen one stays in the list without it */
  environments?: string[];
  onChange: (change: Partial<CallsView>) => void;
};

const windowsWith = (minutes: number) =>
  windowChoices.some(([known]) => known === minutes)
    ? windowChoices
    : [
        ...windowChoices,
        [minutes, `last ${duration(minutes * 60_000)}`] as const,
      ];

/** Which stretch of time, and which environment. */
export const WindowChoice = ({
  view,
  environments = [],
  onChange,
}: WindowChoiceProps) => {
  const classes = useStyles();
  const { minutes, environment } = view;
  const named = [
    ...new Set([...environments, ...(environment ? [environment] : [])]),
  ].sort();
  return (
    <span className={classes.choices}>
      <select
        className={classes.choice}
        aria-label="Window"
        value={minutes}
        onChange={event => onChange({ minutes: Number(event.target.value) })}
      >
        {windowsWith(minutes).map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
      <select
        className={classes.choice}
        aria-label="Environment"
        value={environment ?? ''}
        onChange={event =>
          onChange({ environment: event.target.value || undefined })
        }
      >
        <option value="">all environments</option>
        {named.map(name => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </span>
  );
};
