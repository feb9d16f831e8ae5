import { makeStyles } from '@material-ui/core/styles';
import {
  CallMode,
  CallProtocol,
} from '@sightline/backstage-plugin-sightline-common';
import { quiet } from '../../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 5,
    fontSize: 12,
    color: quiet(theme),
    whiteSpace: 'nowrap',
  },
}));

const meanings: Record<CallMode, string> = {
  sync: 'The caller waits for the answer',
  async: 'Later: nobody waits for it',
};

type ModeMarkProps = { mode: CallMode; protocol: CallProtocol };

/** Whether the caller waits: a solid arrow or a dashed one, and the word. */
export const ModeMark = ({ mode, protocol }: ModeMarkProps) => (
  <span className={useStyles().mark} title={`${meanings[mode]} (${protocol})`}>
    <svg
      viewBox="0 0 18 10"
      width={18}
      height={10}
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <path
        d="M0 5H13"
        strokeDasharray={mode === 'async' ? '3 2.5' : undefined}
      />
      {mode === 'async' ? (
        <path d="M11 1.5 16 5l-5 3.5" />
      ) : (
        <path d="M11 1.2 17 5l-6 3.8Z" fill="currentColor" stroke="none" />
      )}
    </svg>
    {mode}
  </span>
);
