import { ReactNode } from 'react';
import type { Asked } from '../../../api';
import { EmptyPanel } from '../../../ui/panels/EmptyPanel';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { StaleNote } from '../../../ui/panels/StaleNote';
import { rangeWords } from './range';
import { Past } from './useHistory';

/** Legend and readout stand above what is drawn. */
const ABOVE = 46;

type PastBodyProps = {
  past: Asked<Past>;
  /** "the past of this budget" */
  what: string;
  /** of what is drawn */
  height: number;
  /** whether there is anything to draw */
  isKnown: (past: Past) => boolean;
  children: (past: Past) => ReactNode;
};

/** All states of a chart of the past, as high as the chart. */
export const PastBody = ({
  past,
  what,
  height,
  isKnown,
  children,
}: PastBodyProps) => {
  const { state, value, problem, since, retry } = past;
  if (state === 'failed' && problem) {
    return <ProblemPanel problem={problem} what={what} onRetry={retry} />;
  }
  if (!value) {
    return (
      <div
        role="status"
        aria-busy="true"
        aria-label={`${what} is loading`}
        style={{ height: height + ABOVE }}
      >
        <SkeletonBlock width="100%" height={height} />
      </div>
    );
  }
  return (
    <>
      {problem && <StaleNote problem={problem} since={since} onRetry={retry} />}
      {isKnown(value) ? (
        children(value)
      ) : (
        <EmptyPanel title="Nothing is kept of this time">
          Nothing was measured in {rangeWords[value.choice][1]}. What is
          measured from now on is kept by the hour for 90 days, and by the day
          for 13 months.
        </EmptyPanel>
      )}
    </>
  );
};
