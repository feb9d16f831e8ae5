import { makeStyles } from '@material-ui/core/styles';
import { Person } from '@sightline/backstage-plugin-sightline-common';
import { quiet } from '../state/quiet';
import { ContactLinks } from './ContactLinks';
import { LocalTime } from './LocalTime';
import { PersonName } from './PersonName';

const useStyles = makeStyles(theme => ({
  title: { margin: 0, color: quiet(theme), fontSize: 13, lineHeight: '24px' },
  list: { margin: 0, padding: 0, listStyle: 'none', fontSize: 14 },
  owner: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1.25),
    minHeight: 24,
    lineHeight: '24px',
  },
  quiet: { color: quiet(theme), fontSize: 13, lineHeight: '24px' },
}));

type OwnersListProps = {
  owners: readonly Person[];
  team: string;
  /** as many are named */
  most: number;
};

/** Where nobody is on call: people of the owning group, who are not to be taken for responders. */
export const OwnersList = ({ owners, team, most }: OwnersListProps) => {
  const classes = useStyles();
  const left = owners.length - most;
  if (owners.length === 0) {
    return <p className={classes.title}>{team} has no members either</p>;
  }
  return (
    <>
      <p className={classes.title}>Owners of {team}, not on call:</p>
      <ul className={classes.list} aria-label={`Owners, ${team}`}>
        {owners.slice(0, most).map(owner => (
          <li key={owner.ref} className={classes.owner}>
            <PersonName entityRef={owner.ref} name={owner.name} />
            <LocalTime timeZone={owner.timeZone} />
            <ContactLinks contacts={owner.contacts} of={owner.name} />
          </li>
        ))}
        {left > 0 && <li className={classes.quiet}>and {left} more</li>}
      </ul>
    </>
  );
};
