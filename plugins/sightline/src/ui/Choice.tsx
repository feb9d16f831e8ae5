import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  choice: {
    font: 'inherit',
    fontSize: 14,
    height: 32,
    maxWidth: 220,
    padding: '0 8px',
    color: theme.palette.text.primary,
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

type ChoiceProps<T extends string> = {
  label: string;
  value: T;
  options: readonly (readonly [value: T, title: string])[];
  onChange: (value: T) => void;
};

/** One of a few; the browser's own control, which every keyboard and phone knows. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
}: ChoiceProps<T>) {
  const classes = useStyles();
  return (
    <select
      className={classes.choice}
      aria-label={label}
      value={value}
      onChange={event => onChange(event.target.value as T)}
    >
      {options.map(([option, title]) => (
        <option key={option} value={option}>
          {title}
        </option>
      ))}
    </select>
  );
}
