import { makeStyles } from '@material-ui/core/styles';
import { Shift, toInstant } from '@sightline/backstage-plugin-sightline-common';
import { quiet } from '../state/quiet';
import { clock } from '../time/clock';
import { useNow } from '../time/useNow';
import { distance, moment } from '../time/words';
import { PersonName } from './PersonName';

const useStyles = makeStyles(theme => ({
  next: {
    color: quiet(theme),
    fontSize: 13,
    lineHeight: '24px',
    fontVariantNumeric: 'tabular-nums',
    // Amid quiet words its colour alone would not tell a link.
    '& a': { textDecoration: 'underline' },
  },
}));

/** Who comes after; or that nobody does, as far as is known. */
export const NextShift = ({ shift }: { shift?: Shift }) => {
  const classes = useStyles();
  const now = useNow();
  const from = toInstant(shift?.from ?? '');
  if (!shift || from === undefined) {
    return <div className={classes.next}>Next: nobody is known to follow</div>;
  }
  return (
    <div className={classes.next}>
      Next: <PersonName entityRef={shift.person.ref} name={shift.person.name} />{' '}
      from{' '}
      <time dateTime={shift.from} title={moment(from)}>
        {clock(from, { now })} ({distance(from, now)})
      </time>
    </div>
  );
};
