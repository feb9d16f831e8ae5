import { makeStyles } from '@material-ui/core/styles';
import { RiMoonClearLine } from '@remixicon/react';
import { isTimeZone } from '@sightline/backstage-plugin-sightline-common';
import { clock } from '../time/clock';
import { useNow } from '../time/useNow';
import { quiet } from '../state/quiet';

const useStyles = makeStyles(theme => ({
  local: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    color: quiet(theme),
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** When most people sleep: they answer all the same, and slower. */
const isNight = (time: string) => time < '07:00' || time >= '22:00';

type LocalTimeProps = { timeZone?: string };

/** What time it is for somebody, and whether it is their night. */
export const LocalTime = ({ timeZone }: LocalTimeProps) => {
  const classes = useStyles();
  const now = useNow();
  if (!timeZone || !isTimeZone(timeZone)) {
    return (
      <span
        className={classes.local}
        title="The catalog does not say where they are: sightline.dev/timezone"
      >
        local time unknown
      </span>
    );
  }
  const time = clock(now, { now, timeZone });
  return (
    <span className={classes.local} title={timeZone}>
      {isNight(time) && <RiMoonClearLine size={13} aria-hidden="true" />}
      {time} there{isNight(time) && ', night'}
    </span>
  );
};
