import { DriftSummary } from '@sightline/backstage-plugin-sightline-common';
import { UnknownNote } from '../../ui/evidence/UnknownNote';
import { plural } from '../../ui/figures';
import { StateBadge } from '../../ui/state/StateBadge';

type DriftCellProps = { drift?: DriftSummary; tabIndex?: number };

/** How many dependencies the catalog tells wrongly; only some of them draw the eye. */
export const DriftCell = ({ drift, tabIndex }: DriftCellProps) => {
  if (drift?.unknown) {
    return (
      <UnknownNote unknown={drift.unknown} of="Drift" tabIndex={tabIndex} />
    );
  }
  if (drift?.count === undefined) {
    return <span title="Nobody has looked yet">–</span>;
  }
  const { count } = drift;
  return count > 0 ? (
    <StateBadge
      kind="warn"
      word={String(count)}
      title={`${plural(
        count,
        'dependency is',
        'dependencies are',
      )} undeclared, unused or uncontracted`}
    />
  ) : (
    <span title="What it declares is what is seen">0</span>
  );
};
