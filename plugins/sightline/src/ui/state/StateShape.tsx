import { StateKind } from './palette';

/** Five outlines that differ without colour: ● ▲ ◆ ◐ ○ */
const shapes: Record<StateKind, JSX.Element> = {
  ok: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  warn: <path d="M6 1 11.5 11H.5Z" fill="currentColor" />,
  bad: <path d="M6 .3 11.7 6 6 11.7.3 6Z" fill="currentColor" />,
  busy: (
    <>
      <circle
        cx="6"
        cy="6"
        r="4.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
      />
      <path d="M6 1.5a4.5 4.5 0 0 0 0 9Z" fill="currentColor" />
    </>
  ),
  idle: (
    <circle
      cx="6"
      cy="6"
      r="4.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    />
  ),
};

type StateShapeProps = { kind: StateKind; size?: number };

/** Only the shape: a word stands beside it, or its owner names it. */
export const StateShape = ({ kind, size = 11 }: StateShapeProps) => (
  <svg
    viewBox="0 0 12 12"
    width={size}
    height={size}
    aria-hidden="true"
    focusable="false"
    style={{ flex: 'none' }}
    data-shape={kind}
  >
    {shapes[kind]}
  </svg>
);
