import { ReactNode } from 'react';
import { EmptyPanel } from '../panels/EmptyPanel';
import { lookBack } from '../window/lookBack';
import { sendTraces } from './sendTraces';

type NoTracesPanelProps = {
  title: string;
  /** the window that was looked at */
  minutes: number;
  onLookBack: (minutes: number) => void;
  /** what would be seen here */
  children: ReactNode;
};

/** Nothing was seen for want of traces: look further back, or let them come. */
export const NoTracesPanel = ({
  minutes,
  onLookBack,
  ...shown
}: NoTracesPanelProps) => (
  <EmptyPanel
    {...shown}
    config={sendTraces}
    action={lookBack(minutes, onLookBack)}
  />
);
