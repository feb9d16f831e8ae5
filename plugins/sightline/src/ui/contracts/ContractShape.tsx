import { StateShape } from '../state/StateShape';
import { PairLook, pairWords } from './contractWords';

/** What the five shapes of states leave alike: "?" for unknown, a hole for no contract. */
const own: Partial<Record<PairLook, JSX.Element>> = {
  unknown: (
    <>
      <path
        d="M3.4 4.2C3.4 2.4 4.5 1.3 6 1.3s2.7 1 2.7 2.5c0 1.9-2.5 2-2.5 4.1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
      />
      <circle cx="6.1" cy="10.3" r="1.2" fill="currentColor" />
    </>
  ),
  none: (
    <rect
      x="1.3"
      y="1.3"
      width="9.4"
      height="9.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="2.4 1.6"
    />
  ),
};

type ContractShapeProps = { look: PairLook; size?: number };

/** How a contract stands, as a shape that differs without colour: ◆ ? ▲ ◐ ○ ● ▫ */
export const ContractShape = ({ look, size = 11 }: ContractShapeProps) =>
  own[look] ? (
    <svg
      viewBox="0 0 12 12"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
      data-shape={look}
    >
      {own[look]}
    </svg>
  ) : (
    <StateShape kind={pairWords[look].kind} size={size} />
  );
