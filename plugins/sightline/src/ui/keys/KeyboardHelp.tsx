import Dialog from '@material-ui/core/Dialog';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { useId, useState } from 'react';
import { useHotkey } from './useHotkey';
import { Button } from '../Button';

export type KeyMeaning = [keys: string, meaning: string];

/** What every grid understands. */
export const gridKeyMeanings: KeyMeaning[] = [
  ['/', 'go to the filter'],
  ['j  ↓', 'next row'],
  ['k  ↑', 'row before'],
  ['PgDn  PgUp', 'a page on, a page back'],
  ['Home  End', 'first row, last row'],
  ['Enter', 'open the row'],
  ['Ctrl Enter', 'open it in a new tab'],
  ['Tab', 'into the links of the row'],
  ['?', 'this list'],
];

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: theme.spacing(1, 3),
    margin: theme.spacing(0, 0, 2),
    '& dt': { fontFamily: 'monospace', whiteSpace: 'pre' },
    '& dd': { margin: 0 },
  },
}));

/** A button, and the key `?`, that show what the keys of this page do. */
export const KeyboardHelp = ({ keys }: { keys: KeyMeaning[] }) => {
  const classes = useStyles();
  const id = useId();
  const [open, setOpen] = useState(false);
  useHotkey('?', () => setOpen(true));
  return (
    <>
      <Button
        aria-label="Keyboard help"
        style={{ minWidth: 32 }}
        onClick={() => setOpen(true)}
      >
        ?
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} aria-labelledby={id}>
        <DialogTitle id={id}>Keyboard</DialogTitle>
        <DialogContent>
          <dl className={classes.list}>
            {keys.map(([key, meaning]) => [
              <dt key={`${key} key`}>{key}</dt>,
              <dd key={key}>{meaning}</dd>,
            ])}
          </dl>
        </DialogContent>
      </Dialog>
    </>
  );
};
