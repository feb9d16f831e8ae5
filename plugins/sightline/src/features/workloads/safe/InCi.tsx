import { makeStyles } from '@material-ui/core/styles';
import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import type { SafeQuestion } from '../../../api';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { Snippet } from '../../../ui/Snippet';
import { quiet } from '../../../ui/state/quiet';
import { useCurl } from './useCurl';

const HIGH = 84;

const useStyles = makeStyles(theme => ({
  how: { margin: theme.spacing(1, 0), fontSize: 13, color: quiet(theme) },
}));

type InCiProps = { service: ServiceRef; question: SafeQuestion };

/** The question as a pipeline asks it, to be copied. */
export const InCi = ({ service, question }: InCiProps) => {
  const classes = useStyles();
  const { value, problem, retry } = useCurl(service, question);
  if (problem) {
    return (
      <ProblemPanel
        problem={problem}
        what="where a pipeline asks"
        onRetry={retry}
      />
    );
  }
  return (
    <>
      <p className={classes.how}>
        It ends with 0 for yes, with 22 for no and unknown, and prints every
        reason. The token is one of Backstage’s external access tokens.
      </p>
      {value ? (
        <Snippet label="The command for CI" text={value} />
      ) : (
        <SkeletonBlock width="100%" height={HIGH} />
      )}
    </>
  );
};
