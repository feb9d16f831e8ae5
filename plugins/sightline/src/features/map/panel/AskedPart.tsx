import { ReactNode } from 'react';
import { Asked } from '../../../api';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { StaleNote } from '../../../ui/panels/StaleNote';
import { usePanelStyles } from './panelStyles';

type AskedPartProps<T> = {
  /** what was asked for: "the blast radius" */
  what: string;
  asked: Asked<T | undefined>;
  children: (value: T) => ReactNode;
};

/** An answer within the panel, in all its states. */
export function AskedPart<T>({ what, asked, children }: AskedPartProps<T>) {
  const classes = usePanelStyles();
  const { value, problem, since, retry } = asked;
  if (value !== undefined) {
    return (
      <>
        {problem && (
          <StaleNote problem={problem} since={since} onRetry={retry} />
        )}
        {children(value)}
      </>
    );
  }
  if (problem) {
    return <ProblemPanel problem={problem} what={what} onRetry={retry} />;
  }
  return (
    <div role="status" aria-busy="true" aria-label={`${what} is on its way`}>
      {['70%', '55%', '62%', '48%'].map(width => (
        <div key={width} className={classes.row}>
          <SkeletonBlock width={width} />
        </div>
      ))}
    </div>
  );
}
