import { ObjectiveRow } from '@sightline/backstage-plugin-sightline-common';
import { Link } from 'react-router-dom';
import { EntityLink } from '../../../ui/EntityLink';
import { OwnerCell } from '../../../ui/OwnerCell';
import { TierBadge } from '../../../ui/TierBadge';
import { beyond } from '../../../ui/evidence/beyond';
import { unknownWords } from '../../../ui/evidence/unknownWords';
import { BurnWindows } from '../../../ui/slo/BurnWindows';
import { ObjectiveBadge } from '../../../ui/slo/ObjectiveBadge';
import { StateBadge } from '../../../ui/state/StateBadge';
import { Age } from '../../../ui/time/Age';
import { reasonOf } from '../reasonOf';
import { useSloTab } from '../useSloTab';
import { BudgetFacts } from './BudgetFacts';
import { MeasuredFacts } from './MeasuredFacts';
import { PanelFrame } from '../../../ui/panels/PanelFrame';
import { usePanelStyles } from '../../../ui/panels/panelStyles';

type ObjectivePanelProps = { row: ObjectiveRow; onClose: () => void };

/** All that one row knows: how it stands and why, how fast it burns, how it is measured. */
export const ObjectivePanel = ({ row, onClose }: ObjectivePanelProps) => {
  const classes = usePanelStyles();
  const tab = useSloTab();
  const { service, objective } = row;
  return (
    <PanelFrame title={objective.title} onClose={onClose}>
      <div className={`${classes.line} ${classes.links}`}>
        <EntityLink entityRef={service.ref}>{service.name}</EntityLink>
        <span>
          <span className={classes.quiet}>owned by </span>
          <OwnerCell owner={service.owner} />
        </span>
        <TierBadge tier={service.tier} />
      </div>
      <div className={classes.line}>
        <ObjectiveBadge of={row} />
        <span className={classes.quiet}>
          for <Age at={row.since} short />
        </span>
        <Link className={classes.link} to={tab(objective)}>
          All about it on its SLO tab
        </Link>
      </div>
      <p className={classes.words}>{row.words}</p>
      <Doubts row={row} />
      <BudgetFacts row={row} />
      {row.burns.length > 0 && (
        <>
          <h3 className={classes.section}>Burn rate</h3>
          <BurnWindows burns={row.burns} />
        </>
      )}
      <h3 className={classes.section}>How it is measured</h3>
      <MeasuredFacts row={row} />
    </PanelFrame>
  );
};

/** Why it is not to be believed, or not wholly. */
const Doubts = ({ row }: { row: ObjectiveRow }) => {
  const classes = usePanelStyles();
  const { outdated } = row.objective;
  const why = reasonOf(row);
  const words = unknownWords[why.reason];
  return (
    <>
      {row.state === 'unknown' && (
        <div className={classes.words}>
          <StateBadge kind="idle" word={words.short} /> {words.meaning}{' '}
          {beyond(row.words, why)}
        </div>
      )}
      {row.stale && row.evidence && (
        <div className={classes.words}>
          <StateBadge kind="warn" word="Stale" /> You see what was measured{' '}
          <Age at={row.evidence.observedAt} />; the source has not told anything
          since.
        </div>
      )}
      {outdated && (
        <div className={classes.words}>
          <StateBadge kind="warn" word="Old version" /> The newest cannot be
          read since <Age at={outdated.since} />: {outdated.problem}
        </div>
      )}
    </>
  );
};
