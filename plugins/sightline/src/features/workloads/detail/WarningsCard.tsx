import { Workload } from '@sightline/backstage-plugin-sightline-common';
import { count } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { Age } from '../../../ui/time/Age';
import { useDetailStyles } from './detailStyles';

/** What the cluster warned of lately; it forgets after an hour or so itself. */
export const WarningsCard = ({ workload }: { workload: Workload }) => {
  const classes = useDetailStyles();
  const { warnings } = workload;
  if (warnings.length === 0) {
    return null;
  }
  return (
    <Card title="Warnings of the cluster">
      <ul className={classes.list} style={{ gap: 8 }}>
        {warnings.map(({ words, count: times, lastAt }) => (
          <li key={`${words} ${lastAt}`}>
            {words}{' '}
            <span className={classes.quiet}>
              · {times > 1 && `${count(times)} times, the last `}
              <Age at={lastAt} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
};
