import { makeStyles } from '@material-ui/core/styles';
import { Evidence } from '@sightline/backstage-plugin-sightline-common';
import { duration } from '../figures';
import { StateBadge } from '../state/StateBadge';
import { EvidenceAge, useEvidenceAge } from './EvidenceAge';
import { HoverNote } from './HoverNote';
import { quiet } from '../state/quiet';

const useStyles = makeStyles(theme => ({
  table: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    '& dt': { color: quiet(theme) },
    '& dd': { margin: 0 },
  },
}));

type EvidencePopoverProps = {
  evidence: Evidence;
  /** what the evidence is for: "owner" */
  of: string;
  tabIndex?: number;
};

/** Where a statement comes from: its age, and on demand all the rest. */
export const EvidencePopover = ({
  evidence,
  of,
  tabIndex,
}: EvidencePopoverProps) => {
  const { age, stale } = useEvidenceAge(evidence);
  return (
    <HoverNote
      name={`Evidence of ${of}: ${evidence.source}, ${age}${
        stale ? ', stale' : ''
      }`}
      tabIndex={tabIndex}
      note={<EvidenceTable evidence={evidence} />}
    >
      <EvidenceAge evidence={evidence} />
    </HoverNote>
  );
};

const EvidenceTable = ({ evidence }: { evidence: Evidence }) => {
  const classes = useStyles();
  const { age, moment, stale } = useEvidenceAge(evidence);
  return (
    <dl className={classes.table}>
      <dt>Source</dt>
      <dd>{evidence.source}</dd>
      <dt>Observed</dt>
      <dd>
        {age}, {moment}
      </dd>
      <dt>Valid for</dt>
      <dd>{duration(evidence.validFor)}</dd>
      <dt>State</dt>
      <dd>
        <StateBadge
          kind={stale ? 'warn' : 'ok'}
          word={stale ? 'stale' : 'fresh'}
        />
      </dd>
    </dl>
  );
};
