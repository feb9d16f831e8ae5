import { ReactNode } from 'react';
import { Panel } from './Panel';

type EmptyPanelProps = {
  title: string;
  children: ReactNode;
  config?: string;
  action?: { label: string; onClick: () => void };
};

/** Nothing is there, and that is an answer: it says what to do next. */
export const EmptyPanel = (props: EmptyPanelProps) => (
  <Panel kind="idle" {...props} />
);
