import { makeStyles } from '@material-ui/core/styles';
import {
  SafeToDeploy,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/panels/Card';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { StaleNote } from '../../../ui/panels/StaleNote';
import { StateShape } from '../../../ui/state/StateShape';
import { useStateColours } from '../../../ui/state/useStateColours';
import { Age } from '../../../ui/time/Age';
import { OpenParts } from '../../../ui/useOpenParts';
import { InCi } from './InCi';
import { Question } from './Question';
import { Reasons } from './Reasons';
import { answerWords } from './safeWords';
import { SafeToDeployPage } from './useSafeToDeploy';

const PART = 'safe-in-ci';
const REASONS = 5;

const useStyles = makeStyles(theme => ({
  answer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0.25, 1.5),
    minHeight: 52,
    margin: theme.spacing(1.5, 0, 1),
    fontSize: 14,
  },
  headline: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 8,
    fontSize: 20,
    fontWeight: 600,
    lineHeight: '27px',
  },
  words: { flex: '1 1 260px', overflowWrap: 'anywhere' },
  foot: { paddingTop: theme.spacing(1) },
}));

type SafeToDeployViewProps = SafeToDeployPage & {
  service: ServiceRef;
  parts: OpenParts;
};

/** One answer to "may I deploy it now?", and every reason for it. */
export const SafeToDeployView = (props: SafeToDeployViewProps) => {
  const classes = useStyles();
  const { service, question, asked, parts } = props;
  const { state, value, problem, since, retry } = asked;
  const inCi = parts.isOpen(PART);
  return (
    <Card
      title="Safe to deploy"
      busy={asked.busy}
      aside={
        value && (
          <>
            asked <Age at={value.askedAt} />
          </>
        )
      }
    >
      <Question
        // Back and forward write what was asked then into the fields.
        key={JSON.stringify(question)}
        question={question}
        meant={{ version: value?.version, environment: value?.environment }}
        onQuestion={props.onQuestion}
        onAgain={retry}
      />
      {state === 'failed' && problem && (
        <ProblemPanel
          problem={problem}
          what="whether it is safe to deploy"
          onRetry={retry}
        />
      )}
      {value && problem && (
        <StaleNote problem={problem} since={since} onRetry={retry} />
      )}
      {state === 'loading' && <Loading />}
      {value && <Answer value={value} old={problem !== undefined} />}
      <div className={classes.foot}>
        <Button aria-expanded={inCi} onClick={() => parts.toggle(PART)}>
          {inCi ? 'Hide the command for CI' : 'Ask in CI'}
        </Button>
      </div>
      {inCi && <InCi service={service} question={question} />}
    </Card>
  );
};

type AnswerProps = {
  value: SafeToDeploy;
  /** it could not be asked anew: green is for what is known now */
  old: boolean;
};

const Answer = ({ value, old }: AnswerProps) => {
  const classes = useStyles();
  const colours = useStateColours();
  const { headline, kind } = answerWords[value.answer];
  const shown = old && kind === 'ok' ? 'idle' : kind;
  return (
    <>
      <div className={classes.answer} role="status">
        <span className={classes.headline} style={{ color: colours[shown] }}>
          <StateShape kind={shown} size={15} />
          {old ? `${headline}, when last asked` : headline}
        </span>
        <span className={classes.words}>{value.words}</span>
      </div>
      <Reasons reasons={value.reasons} />
    </>
  );
};

const Loading = () => {
  const classes = useStyles();
  return (
    <div role="status" aria-busy="true" aria-label="It is being asked">
      <div className={classes.answer}>
        <SkeletonBlock width="60%" height={20} />
      </div>
      {Array.from({ length: REASONS }, (_, row) => (
        <div key={row} style={{ height: 53, paddingTop: 10 }}>
          <SkeletonBlock width={`${80 - row * 8}%`} height={14} />
        </div>
      ))}
    </div>
  );
};
