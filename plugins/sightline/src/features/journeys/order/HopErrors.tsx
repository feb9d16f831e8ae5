import { Ratio } from '@sightline/backstage-plugin-sightline-common';
import { errorKind } from '../../../ui/errorKind';
import { count, finePercent, percent, plural } from '../../../ui/figures';
import { Quantity } from '../../../ui/Quantity';
import { StateShape } from '../../../ui/state/StateShape';
import { useStateColours } from '../../../ui/state/useStateColours';
import { HopNode } from './journeyTree';

/** How much of the journey fails decides how loudly its hops are marked. */
const rootRatio = ({ parent, hop }: HopNode): Ratio =>
  parent ? rootRatio(parent) : hop.figures.errorRatio;

const titleOf = ({ hop, failing }: HopNode): string => {
  const { errors, calls } = hop.figures;
  const all = `${count(errors)} of ${plural(calls, 'call')} failed`;
  return failing
    ? `${all}; ${count(failing.errors)} began here, ${percent(
        failing.share,
      )} of all failures of the journey`
    : `${all}, all passed on from below`;
};

/** How much fails at a hop; marked where much of it begins, not where it is passed on. */
export const HopErrors = ({ node }: { node: HopNode }) => {
  const colours = useStateColours();
  const shown = (
    <Quantity
      of={finePercent(node.hop.figures.errorRatio)}
      title={titleOf(node)}
    />
  );
  if (!node.failing?.much) {
    return shown;
  }
  const kind = errorKind(rootRatio(node)) ?? 'idle';
  return (
    <span
      style={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 4,
        fontWeight: 600,
        color: colours[kind],
      }}
    >
      <StateShape kind={kind} size={9} />
      {shown}
    </span>
  );
};
