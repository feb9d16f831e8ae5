import { makeStyles } from '@material-ui/core/styles';
import { LookupMatch } from '@sightline/backstage-plugin-sightline-common';
import { Link } from 'react-router-dom';
import { TierBadge } from '../../ui/TierBadge';
import { quiet } from '../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  match: {
    display: 'block',
    padding: theme.spacing(0.75, 1.25),
    color: theme.palette.text.primary,
    textDecoration: 'none',
    borderRadius: 4,
    border: '1px solid transparent',
    '&:hover': { background: theme.palette.action.hover },
    '&[aria-current=true]': {
      background: theme.palette.background.paper,
      borderColor: theme.palette.divider,
    },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    minHeight: 24,
    fontSize: 14,
  },
  name: { fontWeight: 600, overflowWrap: 'anywhere' },
  owner: { marginLeft: 'auto', color: quiet(theme), fontSize: 13 },
  why: {
    color: quiet(theme),
    fontSize: 13,
    lineHeight: '18px',
    overflowWrap: 'anywhere',
  },
}));

type MatchListProps = {
  matches: readonly LookupMatch[];
  /** the one that is open */
  open?: string;
  hrefOf: (service: string) => string;
};

/** What may be meant, best first, each with the reason. */
export const MatchList = ({ matches, open, hrefOf }: MatchListProps) => {
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {matches.map(({ service, title, tier, owner, why }) => (
        <li key={service}>
          <Link
            to={hrefOf(service)}
            className={classes.match}
            aria-current={service === open || undefined}
            aria-label={`${title}: ${why.words}`}
          >
            <span className={classes.head}>
              <span className={classes.name}>{title}</span>
              {tier && <TierBadge tier={tier} />}
              <span className={classes.owner}>{owner?.name ?? 'no owner'}</span>
            </span>
            <span className={classes.why}>{why.words}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
};
