import { makeStyles } from '@material-ui/core/styles';
import { LookupParty } from '@sightline/backstage-plugin-sightline-common';
import { EntityLink } from '../../ui/EntityLink';
import { plural } from '../../ui/figures';
import { quiet } from '../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  title: { margin: theme.spacing(1, 1.25, 0.25), fontSize: 13 },
  list: { margin: 0, padding: 0, listStyle: 'none', fontSize: 14 },
  party: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1),
    minHeight: 24,
    padding: theme.spacing(0.25, 1.25),
    lineHeight: '24px',
  },
  quiet: { color: quiet(theme), fontSize: 13 },
}));

/** People and teams that may be meant. */
export const PartyList = ({ parties }: { parties: readonly LookupParty[] }) => {
  const classes = useStyles();
  if (parties.length === 0) return null;
  return (
    <section aria-label="People and teams">
      <h2 className={classes.title}>People and teams</h2>
      <ul className={classes.list}>
        {parties.map(({ ref, kind, name, services, why }) => (
          <li key={ref} className={classes.party} title={why.words}>
            <EntityLink entityRef={ref}>{name}</EntityLink>
            <span className={classes.quiet}>
              {kind} · {plural(services, 'service')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
