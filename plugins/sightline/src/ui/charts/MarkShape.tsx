import { ChartMark, markKinds, markWords } from './ChartMark';

/** Four outlines that differ without colour, in a box of 10. */
const shapes: Record<ChartMark['kind'], JSX.Element> = {
  deploy: <path d="M5 0 10 9H0Z" fill="currentColor" />,
  state: <path d="M5 0 10 5 5 10 0 5Z" fill="currentColor" />,
  objective: (
    <circle
      cx="5"
      cy="5"
      r="3.8"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    />
  ),
  contract: <path d="M.5 .5h9v9h-9Z" fill="currentColor" />,
};

/** What kind of thing happened; a word stands beside it, or is said elsewhere. */
export const MarkShape = ({ kind }: { kind: ChartMark['kind'] }) =>
  shapes[kind];

/** The same, among words. */
const MarkSign = ({ kind }: { kind: ChartMark['kind'] }) => (
  <svg
    viewBox="0 0 10 10"
    width="10"
    height="10"
    aria-hidden="true"
    focusable="false"
    style={{ flex: 'none' }}
    data-mark={kind}
  >
    {shapes[kind]}
  </svg>
);

/** What the marks that are drawn mean. */
export const MarkLegend = ({ marks }: { marks: ChartMark[] }) => (
  <>
    {markKinds
      .filter(kind => marks.some(mark => mark.kind === kind))
      .map(kind => (
        <span key={kind}>
          <MarkSign kind={kind} />
          {markWords[kind]}
        </span>
      ))}
  </>
);
