import {
  TroubledPods,
  Workload,
  WorkloadKey,
} from '@sightline/backstage-plugin-sightline-common';
import { count, plural } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { Snippet } from '../../../ui/Snippet';
import { StateBadge } from '../../../ui/state/StateBadge';
import { Age } from '../../../ui/time/Age';
import { troubledPods } from '../engine/worstFirst';
import { lookAt, troubleWords } from '../troubleWords';
import { useDetailStyles } from './detailStyles';

/** What ails its pods, in words, and how to look closer; nothing where nothing does. */
export const TroublesCard = ({ workload }: { workload: Workload }) => {
  const classes = useDetailStyles();
  const { key, troubles } = workload;
  if (troubles.length === 0) {
    return null;
  }
  return (
    <Card title="Pods in trouble" aside={plural(troubledPods(workload), 'pod')}>
      <ul className={classes.list}>
        {troubles.map(of => (
          <Trouble
            key={`${of.trouble} ${of.container} ${of.words}`}
            of={of}
            workload={key}
          />
        ))}
      </ul>
    </Card>
  );
};

type TroubleProps = { of: TroubledPods; workload: WorkloadKey };

const Trouble = ({ of, workload }: TroubleProps) => {
  const classes = useDetailStyles();
  const { title, todo } = troubleWords[of.trouble];
  const look = lookAt(workload, of);
  return (
    <li>
      <h3 className={classes.title}>
        <StateBadge kind="bad" word={title} />
        <span className={classes.quiet}>
          {[
            plural(of.count, 'pod'),
            of.container && `container ${of.container}`,
            of.restarts && plural(of.restarts, 'restart'),
          ]
            .filter(Boolean)
            .join(' · ')}
          {of.since && (
            <>
              {' · since '}
              <Age at={of.since} short />
            </>
          )}
        </span>
      </h3>
      <p className={classes.text}>
        {of.words}
        <span className={classes.todo}>{todo}</span>
      </p>
      <p className={`${classes.text} ${classes.code}`}>
        {of.pods.join(', ')}
        {of.count > of.pods.length &&
          of.pods.length > 0 &&
          ` and ${count(of.count - of.pods.length)} more`}
      </p>
      {look && <Snippet label={`A look at it: ${title}`} text={look} />}
    </li>
  );
};
