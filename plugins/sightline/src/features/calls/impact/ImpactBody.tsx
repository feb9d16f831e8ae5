import { ReactNode } from 'react';
import type { Asked } from '../../../api';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { StaleNote } from '../../../ui/panels/StaleNote';

const ROWS = 5;

type ImpactBodyProps<T> = {
  asked: Asked<T>;
  /** "who fails with it" */
  what: string;
  children: (value: T) => ReactNode;
};

/** All states of what is asked when its section is opened. */
export function ImpactBody<T>({ asked, what, children }: ImpactBodyProps<T>) {
  const { state, value, problem, since, retry } = asked;
  if (state === 'failed' && problem) {
    return <ProblemPanel problem={problem} what={what} onRetry={retry} />;
  }
  if (value === undefined) {
    return (
      <div role="status" aria-busy="true" aria-label={`${what} is loading`}>
        {Array.from({ length: ROWS }, (_, row) => (
          <div key={row} style={{ height: 34 }}>
            <SkeletonBlock width={`${80 - row * 9}%`} />
          </div>
        ))}
      </div>
    );
  }
  return (
    <>
      {problem && <StaleNote problem={problem} since={since} onRetry={retry} />}
      {children(value)}
    </>
  );
}
