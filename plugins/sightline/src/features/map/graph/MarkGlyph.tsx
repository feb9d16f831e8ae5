import { MarkShape } from './edgeLook';

/** Around 0,0 and 12 px wide; readable on any line. */
const drawings: Record<MarkShape, JSX.Element> = {
  warn: <path d="M0-6 6.2 5H-6.2Z" fill="currentColor" />,
  bad: <path d="M0-6.6 6.6 0 0 6.6-6.6 0Z" fill="currentColor" />,
  dot: <circle r="5" fill="currentColor" />,
  ring: <circle r="4.4" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  question: (
    <path
      d="M-2.4-2A2.5 2.5 0 1 1 .7.5C.2.7 0 1.1 0 1.9M0 4v.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
    />
  ),
  plus: (
    <path
      d="M-4.6 0h9.2M0-4.6v9.2"
      stroke="currentColor"
      strokeWidth="2.2"
      fill="none"
    />
  ),
  cross: (
    <path
      d="m-3.8-3.8 7.6 7.6m0-7.6-7.6 7.6"
      stroke="currentColor"
      strokeWidth="2"
      fill="none"
    />
  ),
};

export const MarkGlyph = ({ shape }: { shape: MarkShape }) => drawings[shape];
