import Snackbar from '@material-ui/core/Snackbar';
import SnackbarContent from '@material-ui/core/SnackbarContent';
import { Button } from '../../../ui/Button';
import { StateShape } from '../../../ui/state/StateShape';
import type { Notice } from './useOverrides';

type OverrideNoticeProps = { notice?: Notice; onClose: () => void };

/** How a change went. Success goes away by itself; a failure stays until it was read. */
export const OverrideNotice = ({ notice, onClose }: OverrideNoticeProps) => {
  if (!notice) return null;
  const { words, failed = false, undo } = notice;
  return (
    <Snackbar
      open
      autoHideDuration={failed ? null : 10_000}
      onClose={(_event, reason) => reason === 'timeout' && onClose()}
    >
      <SnackbarContent
        role={failed ? 'alert' : 'status'}
        message={
          <>
            <StateShape kind={failed ? 'bad' : 'ok'} /> {words}
          </>
        }
        action={
          <>
            {undo && (
              <Button color="inherit" onClick={undo}>
                Undo
              </Button>
            )}
            <Button color="inherit" onClick={onClose}>
              Close
            </Button>
          </>
        }
      />
    </Snackbar>
  );
};
