import Dialog from '@material-ui/core/Dialog';
import { makeStyles, Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { RiSearchLine } from '@remixicon/react';
import { Button } from '../../../ui/Button';
import { quiet } from '../../../ui/state/quiet';
import { LookupNotes } from '../LookupNotes';
import { ActiveResponder } from './ActiveResponder';
import { ChoiceList } from './ChoiceList';
import { DialogProps, useDialog } from './useDialog';

const useStyles = makeStyles(theme => ({
  top: { '& .MuiDialog-container': { alignItems: 'flex-start' } },
  body: {
    display: 'flex',
    flexDirection: 'column',
    height: 460,
    maxHeight: '80vh',
    color: theme.palette.text.primary,
    background: theme.palette.background.paper,
    [theme.breakpoints.down('xs')]: { height: '100%', maxHeight: '100%' },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    padding: theme.spacing(0.5, 1, 0.5, 2),
    borderBottom: `1px solid ${theme.palette.divider}`,
    '&:focus-within': {
      boxShadow: `inset 0 -2px ${theme.palette.primary.main}`,
    },
    '& > svg': { flex: 'none', color: quiet(theme) },
  },
  field: {
    flex: 1,
    minWidth: 0,
    height: 44,
    padding: 0,
    font: 'inherit',
    fontSize: 16,
    color: 'inherit',
    background: 'none',
    border: 0,
    outline: 0,
    '&::placeholder': { color: quiet(theme), opacity: 1 },
  },
  notes: { padding: theme.spacing(0, 2), '&:empty': { display: 'none' } },
  said: {
    margin: 0,
    padding: theme.spacing(1, 2, 0),
    color: quiet(theme),
    fontSize: 13,
  },
  foot: {
    minHeight: 22,
    padding: theme.spacing(1, 2),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  keys: { color: quiet(theme), fontSize: 13, lineHeight: '22px' },
}));

const saidOf = ({ asked, isTyped, choices }: DialogProps): string => {
  if (!isTyped) {
    return choices.length > 0
      ? 'Looked up lately'
      : 'A service, a host, a URL, a pod, an image, a trace, an alert’s labels, a person, a team';
  }
  if (asked.state === 'failed') return asked.problem?.message ?? 'No answer';
  if (asked.state !== 'ok' && choices.length === 0) return 'Looking it up…';
  return choices.length === 0 ? 'Nothing is known by these words' : '';
};

/** Look anything up without leaving the page one is on. */
export const LookupDialog = ({ onClose }: { onClose: () => void }) => {
  const classes = useStyles();
  const isNarrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'), {
    noSsr: true,
  });
  const dialog = useDialog(onClose);
  const { isTyped, asked, active } = dialog;
  const said = saidOf(dialog);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      fullScreen={isNarrow}
      className={classes.top}
      onClose={onClose}
      aria-label="Look up anything"
    >
      <div className={classes.body}>
        <Field dialog={dialog} onClose={onClose} />
        {isTyped && (
          <div className={classes.notes}>
            <LookupNotes asked={asked} />
          </div>
        )}
        <p className={classes.said} role="status">
          {said}
        </p>
        <Choices dialog={dialog} />
        <div className={classes.foot}>
          {isTyped && active?.opens === 'match' ? (
            <ActiveResponder key={active.service} service={active.service} />
          ) : (
            <span className={classes.keys}>
              ↑ ↓ choose · Enter opens · Ctrl Enter in a new tab · Esc closes
            </span>
          )}
        </div>
      </div>
    </Dialog>
  );
};

const LIST = 'sightline-lookup-choices';

const Choices = ({ dialog }: { dialog: DialogProps }) => (
  <ChoiceList
    id={LIST}
    label={dialog.isTyped ? 'Matches' : 'Looked up lately'}
    choices={dialog.choices}
    active={dialog.active}
    onChoose={dialog.choose}
  />
);

type FieldProps = { dialog: DialogProps; onClose: () => void };

const Field = ({ dialog, onClose }: FieldProps) => {
  const classes = useStyles();
  const { typed, choices, active, onKeyDown } = dialog;
  const at = choices.findIndex(choice => choice.id === active?.id);
  return (
    <div className={classes.head}>
      <RiSearchLine size={18} aria-hidden="true" />
      <input
        className={classes.field}
        role="combobox"
        aria-label="Look up anything"
        aria-expanded={choices.length > 0}
        aria-controls={LIST}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${LIST}-${at}` : undefined}
        placeholder="Paste anything: a name, a host, a pod, an alert…"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        // It was opened to type into.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={typed.text}
        onChange={event => typed.type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button aria-label="Close" style={{ minWidth: 32 }} onClick={onClose}>
        ✕
      </Button>
    </div>
  );
};
