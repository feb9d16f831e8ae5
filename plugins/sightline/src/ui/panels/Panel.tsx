import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { StateKind } from '../state/palette';
import { StateShape } from '../state/StateShape';
import { useStateColours } from '../state/useStateColours';
import { Button } from '../Button';

const useStyles = makeStyles(theme => ({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(1.5),
    padding: theme.spacing(4, 3),
    maxWidth: 680,
  },
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    margin: 0,
    fontSize: 18,
    fontWeight: 600,
  },
  config: {
    margin: 0,
    padding: theme.spacing(1.5, 2),
    maxWidth: '100%',
    overflowX: 'auto',
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.default,
    fontSize: 13,
    lineHeight: 1.5,
  },
}));

type PanelProps = {
  kind: StateKind;
  title: string;
  children?: ReactNode;
  /** what to paste into app-config.yaml */
  config?: string;
  action?: { label: string; onClick: () => void };
  role?: 'alert' | 'status';
};

/** What a page says when it has nothing else to show. */
export const Panel = ({
  kind,
  title,
  children,
  config,
  action,
  role = 'status',
}: PanelProps) => {
  const classes = useStyles();
  const colours = useStateColours();
  return (
    <div className={classes.panel} role={role}>
      <h2 className={classes.title}>
        <span style={{ color: colours[kind], display: 'inline-flex' }}>
          <StateShape kind={kind} size={14} />
        </span>
        {title}
      </h2>
      <div>{children}</div>
      {config && (
        <pre
          className={classes.config}
          // A long line scrolls inside, so the keyboard must be able to get there.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          aria-label="Configuration to add"
        >
          {config}
        </pre>
      )}
      {action && (
        <Button variant="outlined" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </div>
  );
};
