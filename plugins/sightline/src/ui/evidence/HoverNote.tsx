import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useId, useState } from 'react';
import { quiet } from '../state/quiet';

const useStyles = makeStyles(theme => ({
  anchor: {
    font: 'inherit',
    color: 'inherit',
    padding: 0,
    background: 'none',
    border: 0,
    borderRadius: 3,
    cursor: 'pointer',
    borderBottom: `1px dotted ${quiet(theme)}`,
    // In a list of hundreds a line under each is noise; it comes with the pointer.
    '[role=gridcell] &': { borderBottomColor: 'transparent' },
    '&:hover': { borderBottomColor: quiet(theme) },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  note: { padding: theme.spacing(1.5, 2), maxWidth: 340, fontSize: 14 },
}));

type HoverNoteProps = {
  /** what is seen before it is opened */
  children: ReactNode;
  /** what the button is called, for those who do not see what it stands beside */
  name: string;
  note: ReactNode;
  tabIndex?: number;
};

/**
 * A word that explains itself when pressed; Escape closes and focus returns.
 * The popover exists only while open: a grid draws hundreds of these words.
 */
export const HoverNote = ({
  children,
  name,
  note,
  tabIndex,
}: HoverNoteProps) => {
  const classes = useStyles();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <button
        type="button"
        className={classes.anchor}
        aria-label={name}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        aria-controls={anchor ? id : undefined}
        tabIndex={tabIndex}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {children}
      </button>
      {anchor && (
        <Popover
          open
          anchorEl={anchor}
          onClose={() => setAnchor(null)}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
          PaperProps={{ id, role: 'dialog', 'aria-label': name } as object}
        >
          <div className={classes.note}>{note}</div>
        </Popover>
      )}
    </>
  );
};
