import Dialog from '@material-ui/core/Dialog';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Theme, makeStyles } from '@material-ui/core/styles';
import { ReactNode, useId, useRef } from 'react';
import { Button } from '../Button';
import { useRoom } from '../grid/useRoom';

const useStyles = makeStyles(theme => ({
  panel: {
    boxSizing: 'border-box',
    minWidth: 0,
    padding: theme.spacing(1.5, 2, 2),
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    fontSize: 14,
  },
  whole: { border: 0, borderRadius: 0 },
  head: { display: 'flex', alignItems: 'flex-start', gap: 8 },
  title: {
    margin: 0,
    flex: 1,
    minWidth: 0,
    paddingTop: 3,
    fontSize: 16,
    fontWeight: 600,
    overflowWrap: 'anywhere',
  },
}));

type PanelFrameProps = {
  title: string;
  onClose: () => void;
  children: ReactNode;
};

const Head = ({
  id,
  title,
  onClose,
}: Omit<PanelFrameProps, 'children'> & { id: string }) => {
  const classes = useStyles();
  return (
    <div className={classes.head}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      <Button aria-label="Close" style={{ minWidth: 32 }} onClick={onClose}>
        ✕
      </Button>
    </div>
  );
};

/** Beside the rows; on a phone, which has no beside, over all of the page. */
export const PanelFrame = (props: PanelFrameProps) => {
  const isNarrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'), {
    noSsr: true,
  });
  return isNarrow ? <Over {...props} /> : <Beside {...props} />;
};

const Beside = ({ children, ...head }: PanelFrameProps) => {
  const classes = useStyles();
  const id = useId();
  const frame = useRef<HTMLElement>(null);
  const { height } = useRoom(frame);
  return (
    <aside
      ref={frame}
      className={classes.panel}
      style={{ maxHeight: height }}
      aria-labelledby={id}
    >
      <Head id={id} {...head} />
      {children}
    </aside>
  );
};

const Over = ({ children, ...head }: PanelFrameProps) => {
  const classes = useStyles();
  const id = useId();
  return (
    <Dialog open fullScreen onClose={head.onClose} aria-labelledby={id}>
      <div className={`${classes.panel} ${classes.whole}`}>
        <Head id={id} {...head} />
        {children}
      </div>
    </Dialog>
  );
};
