import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { StateKind } from '../state/palette';
import { StateShape } from '../state/StateShape';
import { useStateColours } from '../state/useStateColours';
import { Button } from '../Button';
import { Snippet } from '../Snippet';

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
  // What cannot be broken scrolls inside instead of widening the panel.
  body: { maxWidth: '100%' },
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
      <div className={classes.body}>{children}</div>
      {config && <Snippet label="Configuration to add" text={config} />}
      {action && (
        <Button variant="outlined" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </div>
  );
};
