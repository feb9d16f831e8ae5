import { makeStyles } from '@material-ui/core/styles';
import { ObjectiveStatus } from '@sightline/backstage-plugin-sightline-common';
import { useId } from 'react';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { beyond } from '../../../ui/evidence/beyond';
import { unknownWords } from '../../../ui/evidence/unknownWords';
import { duration } from '../../../ui/figures';
import { useCardStyles } from '../../../ui/panels/Card';
import { ObjectiveBadge } from '../../../ui/slo/ObjectiveBadge';
import { windowTitle } from '../../../ui/slo/objectiveWords';
import { StateBadge } from '../../../ui/state/StateBadge';
import { quiet } from '../../../ui/state/quiet';
import { Age } from '../../../ui/time/Age';
import { BudgetFigures } from './BudgetFigures';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    fontSize: 14,
  },
  quiet: { color: quiet(theme) },
  words: {
    margin: theme.spacing(1, 0),
    maxWidth: 860,
    fontSize: 20,
    lineHeight: '27px',
  },
  notes: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    maxWidth: 760,
    margin: theme.spacing(1, 0),
    fontSize: 14,
  },
}));

/** How the objective stands, in a sentence and in six figures. */
export const Headline = ({ status }: { status: ObjectiveStatus }) => {
  const card = useCardStyles();
  const classes = useStyles();
  const id = useId();
  const { objective, words, since, alert, evidence } = status;
  return (
    <section className={card.card} aria-labelledby={id}>
      <div className={card.head}>
        <h2 id={id} className={card.title}>
          {objective.title}
        </h2>
        <span className={card.aside}>
          {evidence ? (
            <EvidencePopover evidence={evidence} of={objective.title} />
          ) : (
            'never measured'
          )}
        </span>
      </div>
      <div className={card.body}>
        <div className={classes.line}>
          <ObjectiveBadge of={status} />
          <span className={classes.quiet}>
            began <Age at={since} />
          </span>
          {alert && (
            <span className={classes.quiet}>
              its {alert.severity} alert fires since <Age at={alert.since} />
            </span>
          )}
        </div>
        <p className={classes.words}>{words}</p>
        <Notes status={status} />
        <BudgetFigures status={status} />
      </div>
    </section>
  );
};

/** What makes the figures less than they look. */
const Notes = ({ status }: { status: ObjectiveStatus }) => {
  const classes = useStyles();
  const { unknown, stale, budget, objective, words } = status;
  const { outdated, window } = objective;
  return (
    <div className={classes.notes}>
      {unknown && (
        <span>
          <StateBadge kind="idle" word={unknownWords[unknown.reason].short} />{' '}
          {unknownWords[unknown.reason].meaning} {beyond(words, unknown)}
        </span>
      )}
      {stale && (
        <span>
          <StateBadge kind="warn" word="Stale" /> It is older than it may be:
          this is the last that was known.
        </span>
      )}
      {budget?.coversOnly !== undefined && (
        <span>
          <StateBadge kind="warn" word="Not the whole window" /> Only the last{' '}
          {duration(budget.coversOnly)} of {windowTitle(window)} are kept where
          it is measured, and only they are counted.
        </span>
      )}
      {outdated && (
        <span>
          <StateBadge kind="warn" word="An earlier version" /> What is stated
          now cannot be read, so the version before it counts:{' '}
          {outdated.problem}{' '}
          <span className={classes.quiet}>
            Since <Age at={outdated.since} />.
          </span>
        </span>
      )}
    </div>
  );
};
