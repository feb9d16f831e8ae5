import Snackbar from '@material-ui/core/Snackbar';
import SnackbarContent from '@material-ui/core/SnackbarContent';
import { StateShape } from '../../ui/state/StateShape';
import { Notice } from './useDecisions';
import { Button } from '../../ui/Button';

type NamesNoticeProps = { notice?: Notice; onClose: () => void };

/** How a decision went. Success goes away by itself; a failure stays until it was read. */
export const NamesNotice = ({ notice, onClose }: NamesNoticeProps) => {
  if (!notice) {
    return null;
  }
  const { failed, words, action } = notice;
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
            {action && (
              <Button color="inherit" onClick={action.onClick}>
                {action.label}
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
