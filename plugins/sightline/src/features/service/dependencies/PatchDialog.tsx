import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { CatalogPatch } from '@sightline/backstage-plugin-sightline-common';
import { RiExternalLinkLine } from '@remixicon/react';
import { useId } from 'react';
import { Button } from '../../../ui/Button';
import { CopyButton } from '../../../ui/CopyButton';
import { quiet } from '../../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  lines: {
    margin: theme.spacing(0, 0, 2),
    padding: 0,
    listStyle: 'none',
    fontFamily: 'monospace',
    fontSize: 13,
    overflowWrap: 'anywhere',
  },
  sign: { display: 'inline-block', width: 20, fontWeight: 700 },
  yaml: {
    margin: 0,
    padding: theme.spacing(1.5, 2),
    maxHeight: '40vh',
    overflow: 'auto',
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.default,
    fontSize: 13,
    lineHeight: 1.5,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  note: { color: quiet(theme), fontSize: 13 },
}));

type PatchDialogProps = {
  patch: CatalogPatch;
  /** where the file is edited, when that is known */
  href?: string;
  open: boolean;
  onClose: () => void;
};

/** What to change in the catalog, ready to be pasted. */
export const PatchDialog = ({
  patch,
  href,
  open,
  onClose,
}: PatchDialogProps) => {
  const id = useId();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      aria-labelledby={id}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={id}>Make the catalog tell what is seen</DialogTitle>
      <PatchBody patch={patch} />
      <DialogActions>
        <CopyButton
          label="Copy spec"
          text={() => patch.yaml}
          otherwise="Select it and press Ctrl C"
          variant="contained"
          color="primary"
          disableElevation
        />
        {href && (
          <Button
            variant="outlined"
            endIcon={<RiExternalLinkLine size={14} aria-hidden="true" />}
            {...inNewTab(href)}
          >
            Edit the file
          </Button>
        )}
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
};

/** Material's button becomes a link by these, which its type does not know. */
const inNewTab = (href: string) => ({
  href,
  target: '_blank',
  rel: 'noopener noreferrer',
});

const PatchBody = ({ patch }: { patch: CatalogPatch }) => {
  const classes = useStyles();
  const { add, remove, yaml, file } = patch;
  return (
    <DialogContent>
      <ul className={classes.lines} aria-label="What changes">
        {add.map(({ field, ref }) => (
          <li key={`+${field}${ref}`}>
            <span className={classes.sign}>+</span>
            <span className={classes.note}>add to {field}</span> {ref}
          </li>
        ))}
        {remove.map(({ field, ref }) => (
          <li key={`-${field}${ref}`}>
            <span className={classes.sign}>−</span>
            <span className={classes.note}>remove from {field}</span> {ref}
          </li>
        ))}
      </ul>
      <pre
        className={classes.yaml}
        // It scrolls inside, so the keyboard must be able to get there.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label="The spec as it should be, in YAML"
      >
        {yaml}
      </pre>
      <p className={classes.note}>
        {file && (
          <>
            It stands in{' '}
            <span style={{ overflowWrap: 'anywhere' }}>
              {file.replace(/^url:/, '')}
            </span>
            .{' '}
          </>
        )}
        The catalog reads the file again by itself; the verdicts here follow.
      </p>
    </DialogContent>
  );
};
