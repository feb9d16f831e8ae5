import { makeStyles } from '@material-ui/core/styles';
import {
  IsoTime,
  toInstant,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';

const useStyles = makeStyles(theme => ({
  field: {
    font: 'inherit',
    fontSize: 14,
    height: 32,
    boxSizing: 'border-box',
    padding: '0 6px',
    color: theme.palette.text.primary,
    background: theme.palette.background.paper,
    colorScheme: theme.palette.type,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

const two = (value: number) => String(value).padStart(2, '0');

/** A moment as the field wants it, in the reader's zone. */
const toLocal = (at: IsoTime): string => {
  const date = new Date(toInstant(at) ?? 0);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `${day.map(two).join('-')}T${two(date.getHours())}:${two(
    date.getMinutes(),
  )}`;
};

type MomentFieldProps = {
  label: string;
  value: IsoTime;
  onChange: (at: IsoTime) => void;
};

/** Any moment, to the minute. */
export const MomentField = ({ label, value, onChange }: MomentFieldProps) => (
  <input
    type="datetime-local"
    className={useStyles().field}
    aria-label={label}
    value={toLocal(value)}
    onChange={event => {
      const instant = Date.parse(event.target.value);
      if (Number.isFinite(instant)) {
        onChange(toIso(instant));
      }
    }}
  />
);
