import { makeStyles } from '@material-ui/core/styles';
import {
  Workload,
  WorkloadLack,
} from '@sightline/backstage-plugin-sightline-common';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/panels/Card';
import { Snippet } from '../../../ui/Snippet';
import { StateBadge } from '../../../ui/state/StateBadge';
import { OpenParts } from '../../../ui/useOpenParts';
import { lackWords } from '../lackWords';
import { useDetailStyles } from './detailStyles';

const PART = 'lacks';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))',
    gap: theme.spacing(2, 4),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: 14,
    '& > li': { minWidth: 0 },
  },
}));

type LacksCardProps = { workload: Workload; parts: OpenParts };

/** What good practice would have and it has not: what comes of that, and what to write. */
export const LacksCard = ({ workload, parts }: LacksCardProps) => {
  const { list } = useStyles();
  const open = parts.isOpen(PART);
  const { lacks } = workload;
  return (
    <Card
      title="What it lacks"
      aside={
        lacks.length > 0 && (
          <Button aria-expanded={open} onClick={() => parts.toggle(PART)}>
            {open ? 'Without what to write' : 'What to write'}
          </Button>
        )
      }
    >
      {lacks.length === 0 && (
        <StateBadge
          kind="ok"
          word="Nothing of what is looked for"
          title="Probes, requests, limits, replicas, a disruption budget and pinned images"
        />
      )}
      <ul className={list}>
        {lacks.map(lack => (
          <Lack key={lack} of={lack} open={open} />
        ))}
      </ul>
    </Card>
  );
};

const Lack = ({ of, open }: { of: WorkloadLack; open: boolean }) => {
  const classes = useDetailStyles();
  const { title, why, todo } = lackWords[of];
  return (
    <li>
      <h3 className={classes.title}>
        <StateBadge kind="warn" word={title} />
      </h3>
      <p className={classes.text}>{why}</p>
      {open && <Snippet label={`What to write: ${title}`} text={todo} />}
    </li>
  );
};
