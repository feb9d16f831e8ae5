import { DependencyDrift } from '@sightline/backstage-plugin-sightline-common';
import { useRef, useState } from 'react';
import { Button } from '../../../ui/Button';
import { plural } from '../../../ui/figures';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { useWidth } from '../../../ui/useWidth';
import { DriftItem } from './DriftItem';
import { foldAgreed } from './driftRows';
import { ONE_LINE, useDriftStyles } from './driftStyles';

/** As many as a service usually leans on. */
const SKELETON_ROWS = 6;

/** What a service leans on, disagreement first; without a drift the places of its rows. */
export const DriftList = ({ drift }: { drift?: DependencyDrift }) => {
  const classes = useDriftStyles();
  const frame = useRef<HTMLDivElement>(null);
  const oneLine = useWidth(frame) >= ONE_LINE;
  const [unfolded, setUnfolded] = useState(false);
  const { shown, folded } = foldAgreed(drift?.rows ?? []);
  const rows = unfolded ? [...shown, ...folded] : shown;
  const allFolded = drift !== undefined && rows.length === 0;
  return (
    <div ref={frame}>
      {oneLine && !allFolded && <DriftHead />}
      {allFolded && (
        <p className={classes.well}>Catalog and traces agree on all of them.</p>
      )}
      {drift ? (
        <ul className={classes.list} aria-label="Dependencies, layer by layer">
          {rows.map(row => (
            <DriftItem
              key={row.target.id}
              row={row}
              layers={drift.layers}
              oneLine={oneLine}
            />
          ))}
        </ul>
      ) : (
        <Skeletons className={oneLine ? classes.row : classes.twoLines} />
      )}
      {folded.length > 0 && (
        <div className={classes.item}>
          <Button
            className={classes.fold}
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded
              ? 'Show only what needs a look'
              : `Show ${plural(
                  folded.length,
                  'dependency that is agreed',
                  'dependencies that are agreed',
                )}`}
          </Button>
        </div>
      )}
    </div>
  );
};

/** For the eye: every mark says by itself which layer it is. */
const DriftHead = () => {
  const classes = useDriftStyles();
  return (
    <div className={classes.head} aria-hidden="true">
      <span>Needs</span>
      <span>Verdict</span>
      <span className={classes.centred}>Declared</span>
      <span className={classes.centred}>Seen</span>
      <span className={classes.centred}>Contract</span>
      <span className={classes.numeric}>Rate</span>
      <span className={classes.numeric}>Errors</span>
      <span className={classes.numeric}>Last seen</span>
    </div>
  );
};

const Skeletons = ({ className }: { className: string }) => {
  const classes = useDriftStyles();
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label="Dependencies is loading"
      className={classes.list}
    >
      {Array.from({ length: SKELETON_ROWS }, (_, row) => (
        <div key={row} className={classes.item}>
          <div className={className}>
            <SkeletonBlock width={`${75 - row * 6}%`} />
          </div>
        </div>
      ))}
    </div>
  );
};
