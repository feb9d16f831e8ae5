import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { OnCallNow } from '@sightline/backstage-plugin-sightline-common';
import { FormEvent, useId, useState } from 'react';
import type { OverrideWanted } from '../../../api';
import { Button } from '../../../ui/Button';
import { StateBadge } from '../../../ui/state/StateBadge';
import { Draft, emptyDraft, faultOf, toWanted } from './draft';
import { OverrideFields } from './OverrideFields';

type OverrideDialogProps = {
  now: OnCallNow;
  busy: boolean;
  /** answers why not, or undefined once it is done */
  onMake: (wanted: OverrideWanted) => Promise<string | undefined>;
  onClose: () => void;
};

/** Who takes over, from when until when, and why. */
export const OverrideDialog = (props: OverrideDialogProps) => {
  const { now, busy, onMake, onClose } = props;
  const id = useId();
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(now, Date.now()));
  const [fault, setFault] = useState<string>();

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = faultOf(draft, Date.now()) ?? (await onMake(toWanted(draft)));
    setFault(wrong);
    if (wrong === undefined) onClose();
  };
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby={id}>
      <form onSubmit={onSubmit} noValidate>
        <DialogTitle id={id}>Somebody else for {now.team.name}</DialogTitle>
        <DialogContent>
          <OverrideFields now={now} draft={draft} onChange={setDraft} />
          <div role="alert" style={{ minHeight: 24 }}>
            {fault && (
              <>
                <StateBadge kind="bad" word="Not done" /> {fault}
              </>
            )}
          </div>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={busy}
          >
            Put on call
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
