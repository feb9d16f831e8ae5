import { makeStyles } from '@material-ui/core/styles';
import {
  ServiceObjectives,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Link } from 'react-router-dom';
import type { Asked } from '../../../api';
import { count, plural } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { StaleNote } from '../../../ui/panels/StaleNote';
import { StateBadge } from '../../../ui/state/StateBadge';
import { SloEmpty } from '../SloEmpty';
import { ObjectiveLine } from './ObjectiveLine';

const MOST = 3;
const LINE = 84;

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    paddingTop: theme.spacing(1),
    fontSize: 14,
  },
  all: {
    color: 'inherit',
    textDecoration: 'underline',
    lineHeight: '24px',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

type SloCardViewProps = {
  service: ServiceRef;
  asked: Asked<ServiceObjectives>;
  /** where there is more; undefined: the portal has left the tab out */
  tab?: string;
};

/** What the service promises, worst first. */
export const SloCardView = (props: SloCardViewProps) => {
  const { value, problem, since, retry } = props.asked;
  return (
    <Card
      title="SLO"
      aside={
        value && value.objectives.length > 0
          ? plural(value.objectives.length, 'objective')
          : undefined
      }
    >
      {value && problem && (
        <StaleNote problem={problem} since={since} onRetry={retry} />
      )}
      <Body {...props} />
    </Card>
  );
};

const Body = ({ service, asked, tab }: SloCardViewProps) => {
  const classes = useStyles();
  const { state, value, problem, retry } = asked;
  if (state === 'failed' && problem) {
    return (
      <ProblemPanel problem={problem} what="its objectives" onRetry={retry} />
    );
  }
  if (!value) {
    return <Loading />;
  }
  const { objectives, problems, advice } = value;
  const none = objectives.length === 0;
  return (
    <>
      {none && <SloEmpty service={service} advice={advice} brief />}
      <ul
        className={classes.list}
        aria-label="Objectives, worst first"
        hidden={none}
      >
        {objectives.slice(0, MOST).map(status => (
          <ObjectiveLine
            key={status.objective.id}
            status={status}
            href={
              tab &&
              `${tab}?objective=${encodeURIComponent(status.objective.name)}`
            }
          />
        ))}
      </ul>
      <div className={classes.foot}>
        {problems.length > 0 && (
          <StateBadge
            kind="warn"
            word={plural(problems.length, 'document problem')}
            title={problems[0].words}
          />
        )}
        {none && tab && (
          <Link className={classes.all} to={tab}>
            What to write there
          </Link>
        )}
        <More left={objectives.length - MOST} tab={tab} />
      </div>
    </>
  );
};

const More = ({ left, tab }: { left: number; tab?: string }) => {
  const classes = useStyles();
  if (left <= 0) {
    return null;
  }
  const words = `${count(left)} more`;
  return tab ? (
    <Link className={classes.all} to={tab}>
      {words}
    </Link>
  ) : (
    <span>{words}</span>
  );
};

const Loading = () => (
  <div role="status" aria-busy="true" aria-label="SLO is loading">
    {Array.from({ length: 2 }, (_, row) => (
      <div key={row} style={{ height: LINE, paddingTop: 10 }}>
        <SkeletonBlock width={`${70 - row * 15}%`} height={14} />
      </div>
    ))}
  </div>
);
