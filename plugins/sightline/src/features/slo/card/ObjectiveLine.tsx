import { makeStyles } from '@material-ui/core/styles';
import {
  ObjectiveStatus,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { Link } from 'react-router-dom';
import { BudgetBar } from '../../../ui/BudgetBar';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { BudgetEnd } from '../../../ui/slo/BudgetEnd';
import { BurnRate } from '../../../ui/slo/BurnRate';
import { ObjectiveBadge } from '../../../ui/slo/ObjectiveBadge';
import { targetPercent } from '../../../ui/slo/objectivePercent';
import { windowTitle } from '../../../ui/slo/objectiveWords';
import { quiet } from '../../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  item: {
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    fontSize: 14,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0.25, 1.5),
  },
  title: {
    color: 'inherit',
    fontWeight: 600,
    textDecoration: 'none',
    borderRadius: 2,
    lineHeight: '24px',
    '&[href]:hover': { textDecoration: 'underline' },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  promise: { marginLeft: 'auto', color: quiet(theme), fontSize: 13 },
  words: { margin: theme.spacing(0.25, 0) },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2.5),
    minHeight: 24,
    margin: 0,
    '& > div': { display: 'flex', alignItems: 'baseline', gap: 6 },
    '& dt': { color: quiet(theme), fontSize: 12 },
    '& dd': { margin: 0 },
  },
}));

type ObjectiveLineProps = { status: ObjectiveStatus; href?: string };

/** One objective: state, sentence, budget, burn, end, age. */
export const ObjectiveLine = ({ status, href }: ObjectiveLineProps) => {
  const classes = useStyles();
  const { objective, words } = status;
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <ObjectiveBadge of={status} />
        {href ? (
          <Link className={classes.title} to={href}>
            {objective.title}
          </Link>
        ) : (
          <span className={classes.title}>{objective.title}</span>
        )}
        <span className={classes.promise}>
          {targetPercent(objective.target)} · {windowTitle(objective.window)}
        </span>
      </div>
      <p className={classes.words}>{words}</p>
      <Figures status={status} />
    </li>
  );
};

const Figures = ({ status }: { status: ObjectiveStatus }) => {
  const classes = useStyles();
  const { budget, burns, evidence, stale } = status;
  const left = budget?.remaining ?? status.unknown ?? unknown('no-data');
  return (
    <dl className={classes.figures}>
      <div>
        <dt>budget</dt>
        <dd>
          <BudgetBar left={left} stale={stale} />
        </dd>
      </div>
      {budget && (
        <>
          <div>
            <dt>burns</dt>
            <dd>
              <BurnRate burns={burns} />
            </dd>
          </div>
          <div>
            <dt>spent</dt>
            <dd>
              <BudgetEnd of={status} />
            </dd>
          </div>
        </>
      )}
      <div>
        <dt>measured</dt>
        <dd>
          {evidence ? (
            <EvidencePopover evidence={evidence} of={status.objective.title} />
          ) : (
            'never'
          )}
        </dd>
      </div>
    </dl>
  );
};
