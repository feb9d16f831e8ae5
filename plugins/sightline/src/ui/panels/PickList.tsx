import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { quiet } from '../state/quiet';

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    overflow: 'hidden',
    fontSize: 14,
    overflowWrap: 'anywhere',
  },
  item: {
    position: 'relative',
    padding: theme.spacing(1.25, 1.5, 1.25, 1.75),
    borderLeft: '4px solid transparent',
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    '&:hover': { background: theme.palette.action.hover },
  },
  chosen: {
    borderLeftColor: theme.palette.text.primary,
    background: theme.palette.background.default,
  },
  // It reaches over the whole item, in which nothing else can be pressed.
  link: {
    color: 'inherit',
    textDecoration: 'none',
    fontWeight: 600,
    '&::after': { content: '""', position: 'absolute', inset: 0 },
    '&:focus-visible': { outline: 0 },
    '&:focus-visible::after': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 1.5),
    minHeight: 22,
  },
  quiet: { color: quiet(theme), fontSize: 13 },
}));

type PickListProps = { label: string; children: ReactNode };

/** All there are of a service, of which one is looked at beside it. */
export const PickList = ({ label, children }: PickListProps) => {
  const classes = useStyles();
  return (
    <nav aria-label={label}>
      <ul className={classes.list}>{children}</ul>
    </nav>
  );
};

type PickItemProps = {
  title: string;
  href: string;
  current: boolean;
  /** what it is, quietly */
  about: ReactNode;
  /** how it is */
  state: ReactNode;
};

export const PickItem = (props: PickItemProps) => {
  const { title, href, current, about, state } = props;
  const classes = useStyles();
  return (
    <li className={`${classes.item} ${current ? classes.chosen : ''}`}>
      <Link
        className={classes.link}
        to={href}
        aria-current={current || undefined}
        preventScrollReset
      >
        {title}
      </Link>
      <div className={`${classes.line} ${classes.quiet}`}>{about}</div>
      <div className={classes.line}>{state}</div>
    </li>
  );
};
