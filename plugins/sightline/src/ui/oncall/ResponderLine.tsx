import { makeStyles } from '@material-ui/core/styles';
import { Responder } from '@sightline/backstage-plugin-sightline-common';
import { quiet } from '../state/quiet';
import { ContactLinks } from './ContactLinks';
import { LocalTime } from './LocalTime';
import { PersonName } from './PersonName';
import { Until } from './Until';

/**
 * On a phone the ways to reach somebody stand beside the name, as signs:
 *
 * ```
 *   Ana Marković  until 18:00 (in 5 h)  14:02 there      Ana Marković  ✉ ☎
 *   ✉ ana@harbour.example  ☎ +381 11 555 0142            until 18:00 (in 5 h)  14:02 there
 * ```
 */
const useStyles = makeStyles(theme => ({
  person: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1.25),
    fontSize: 14,
    lineHeight: '24px',
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
  name: { fontSize: 16, fontWeight: 600 },
  when: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.25),
    [theme.breakpoints.down('xs')]: { order: 1, flexBasis: '100%' },
  },
  later: { [theme.breakpoints.down('xs')]: { display: 'none' } },
  ways: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.25),
    [theme.breakpoints.up('sm')]: { flexBasis: '100%' },
    [theme.breakpoints.down('xs')]: { gap: 0 },
  },
  quiet: { order: 2, flexBasis: '100%', color: quiet(theme), fontSize: 13 },
}));

type ResponderLineProps = {
  responder: Responder;
  /** comes after others, who are tried first: a phone says only who it is */
  isLater?: boolean;
};

/** One who is on call: until when, what time it is for them, and how to reach them. */
export const ResponderLine = ({ responder, isLater }: ResponderLineProps) => {
  const classes = useStyles();
  const { name, until, timeZone, contacts, override } = responder;
  return (
    <div className={classes.person}>
      <span className={classes.name}>
        <PersonName entityRef={responder.ref} name={name} />
      </span>
      <span className={`${classes.when} ${isLater ? classes.later : ''}`}>
        <Until at={until} />
        <LocalTime timeZone={timeZone} />
      </span>
      {contacts.length > 0 ? (
        <span className={classes.ways}>
          <ContactLinks contacts={contacts} of={name} />
        </span>
      ) : (
        <span className={classes.quiet}>
          The catalog knows no way to reach {name}
        </span>
      )}
      {override && (
        <span className={classes.quiet}>
          instead of the rotation
          {override.reason && `: ${override.reason}`}
        </span>
      )}
    </div>
  );
};
