import { makeStyles } from '@material-ui/core/styles';
import { ContractVerdict } from '@sightline/backstage-plugin-sightline-common';
import type { Asked } from '../../../api';
import { answerWords } from '../../../ui/contracts/contractWords';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { StaleNote } from '../../../ui/panels/StaleNote';
import { quiet } from '../../../ui/state/quiet';
import { AnswerBadge } from './AnswerBadge';
import { Reasons } from './Reasons';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0.5, 2),
    margin: theme.spacing(1, 0),
  },
  quiet: { color: quiet(theme), fontSize: 13 },
  broker: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1),
    margin: theme.spacing(1, 0),
    padding: theme.spacing(0.75, 1.25),
    borderLeft: `3px solid ${quiet(theme)}`,
    background: theme.palette.background.default,
    fontSize: 14,
  },
}));

/** The answer, the broker's own beside it where it differs, and every reason. */
export const VerdictBody = ({ asked }: { asked: Asked<ContractVerdict> }) => {
  const { state, value, problem, since, retry } = asked;
  if (state === 'failed' && problem) {
    return (
      <ProblemPanel problem={problem} what="this version" onRetry={retry} />
    );
  }
  if (!value) {
    return <Loading />;
  }
  return (
    <>
      {problem && <StaleNote problem={problem} since={since} onRetry={retry} />}
      <Verdict verdict={value} />
    </>
  );
};

const Verdict = ({ verdict }: { verdict: ContractVerdict }) => {
  const classes = useStyles();
  const { answer, brokerSays, evidence, reasons } = verdict;
  const differs = brokerSays !== undefined && brokerSays !== answer;
  return (
    <>
      <div className={classes.line} role="status">
        <AnswerBadge answer={answer} size={20} />
        <span className={classes.quiet}>{answerWords[answer].meaning}</span>
        {evidence && (
          <span style={{ marginLeft: 'auto' }}>
            <EvidencePopover evidence={evidence} of="this verdict" />
          </span>
        )}
      </div>
      {differs && (
        <div className={classes.broker}>
          The broker itself says <AnswerBadge answer={brokerSays} />
          <span className={classes.quiet}>
            It looks at other rows, or hides one behind another; ours are below.
          </span>
        </div>
      )}
      <Reasons
        // What the broker says stands above, with its shape.
        reasons={reasons.filter(
          ({ kind }) => !differs || kind !== 'disagrees-with-broker',
        )}
      />
    </>
  );
};

const Loading = () => (
  <div
    role="status"
    aria-busy="true"
    aria-label="The verdict is loading"
    style={{ minHeight: 140, paddingTop: 14 }}
  >
    <SkeletonBlock width={90} height={20} />
    {['80%', '65%', '72%'].map(width => (
      <div key={width} style={{ paddingTop: 18 }}>
        <SkeletonBlock width={width} />
      </div>
    ))}
  </div>
);
