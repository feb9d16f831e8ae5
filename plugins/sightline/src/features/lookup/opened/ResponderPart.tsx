import { OnCallNow } from '@sightline/backstage-plugin-sightline-common';
import type { Asked } from '../../../api';
import { EvidenceAge } from '../../../ui/evidence/EvidenceAge';
import { OnCallAnswer } from '../../../ui/oncall/OnCallAnswer';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { StaleNote } from '../../../ui/panels/StaleNote';
import { StateBadge } from '../../../ui/state/StateBadge';
import { useOpenedStyles } from './openedStyles';

type ResponderPartProps = { onCall: Asked<OnCallNow> };

/** Whom to wake, before everything else. */
export const ResponderPart = ({ onCall }: ResponderPartProps) => {
  const classes = useOpenedStyles();
  const { value, problem, since, retry } = onCall;
  return (
    <section className={classes.part} aria-label="On call">
      {value && problem && (
        <StaleNote problem={problem} since={since} onRetry={retry} />
      )}
      {value && <Answer now={value} />}
      {!value && <NoAnswer onCall={onCall} />}
    </section>
  );
};

const Answer = ({ now }: { now: OnCallNow }) => {
  const classes = useOpenedStyles();
  const { state, gaps, warnings, evidence, origin } = now;
  const [coming] = gaps.filter(({ from }) => from && from > now.at);
  return (
    <>
      <OnCallAnswer now={now} mostOwners={2} />
      {state === 'covered' && coming && (
        <div className={classes.small}>
          <StateBadge kind="warn" word="Gap ahead" /> {coming.words}
        </div>
      )}
      {warnings.length > 0 && (
        <div className={classes.quiet}>{warnings.join(' · ')}</div>
      )}
      <div className={`${classes.quiet} ${classes.where}`}>
        {now.team.name}: {origin.where}
        {evidence && (
          <>
            {' · '}
            <EvidenceAge evidence={evidence} />
          </>
        )}
      </div>
    </>
  );
};

const NoAnswer = ({ onCall }: ResponderPartProps) => {
  const classes = useOpenedStyles();
  if (onCall.state === 'failed') {
    const { problem } = onCall;
    return (
      <div role="alert">
        <StateBadge kind="bad" word="Who is on call cannot be said" />{' '}
        {problem?.message}
      </div>
    );
  }
  return (
    <div role="status" aria-busy="true" aria-label="On call: loading">
      {[55, 70, 40].map(width => (
        <div key={width} className={classes.item}>
          <SkeletonBlock width={`${width}%`} height={14} />
        </div>
      ))}
    </div>
  );
};
