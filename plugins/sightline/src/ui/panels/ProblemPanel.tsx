import type { Problem, ProblemKind } from '../../api';
import { Panel } from './Panel';

const titles: Record<ProblemKind, string> = {
  forbidden: 'Not permitted',
  'signed-out': 'Signed out',
  'not-found': 'Not found',
  invalid: 'This cannot be asked',
  conflict: 'Changed in the meantime',
  busy: 'Too many questions',
  unavailable: 'Not reachable',
  broken: 'Something broke',
};

const advice: Partial<Record<ProblemKind, string>> = {
  forbidden:
    'Your organisation’s permission policy decides who may see it; the platform team can change it.',
  unavailable:
    'It is asked again by itself as soon as you come back to this page.',
  broken: 'The backend’s log has the details.',
};

type ProblemPanelProps = {
  problem: Problem;
  /** what was asked for: "the fleet" */
  what: string;
  onRetry: () => void;
};

/** No answer: which kind of no, in words, and what can be done. */
export const ProblemPanel = ({ problem, what, onRetry }: ProblemPanelProps) => {
  const forbidden = problem.kind === 'forbidden';
  return (
    <Panel
      kind={forbidden ? 'idle' : 'bad'}
      role={forbidden ? 'status' : 'alert'}
      title={`${titles[problem.kind]}: ${what}`}
      action={forbidden ? undefined : { label: 'Try again', onClick: onRetry }}
    >
      {problem.message} {advice[problem.kind]}
    </Panel>
  );
};
