import { makeStyles } from '@material-ui/core/styles';
import { ServiceCalls } from '@sightline/backstage-plugin-sightline-common';
import { Card } from '../../../ui/panels/Card';
import { StateShape } from '../../../ui/state/StateShape';
import { quiet } from '../../../ui/state/quiet';
import { useStateColours } from '../../../ui/state/useStateColours';
import { Age } from '../../../ui/time/Age';
import { Finding, findingsOf, notFound } from './findings';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(380px, 100%), 1fr))',
    gap: theme.spacing(2, 4),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: 14,
    overflowWrap: 'anywhere',
  },
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    margin: 0,
    fontSize: 14,
    fontWeight: 600,
  },
  text: { margin: theme.spacing(0.25, 0, 0, 2.5) },
  quiet: { color: quiet(theme) },
  looked: {
    margin: theme.spacing(1.5, 0, 0),
    fontSize: 13,
    color: quiet(theme),
  },
}));

const Item = ({ finding }: { finding: Finding }) => {
  const classes = useStyles();
  const colours = useStateColours();
  const { kind, title, evidence, todo } = finding;
  return (
    <li>
      <h3 className={classes.title}>
        <span style={{ color: colours[kind], display: 'inline-flex' }}>
          <StateShape kind={kind} />
        </span>
        {title}
      </h3>
      <p className={classes.text}>{evidence}</p>
      {todo && <p className={`${classes.text} ${classes.quiet}`}>{todo}</p>}
    </li>
  );
};

/** What its calls say: each finding with its evidence and what to do about it. */
export const FactsCard = ({ calls }: { calls: ServiceCalls }) => {
  const classes = useStyles();
  const findings = findingsOf(calls);
  const missing = notFound(calls);
  const { tracedSince } = calls.facts;
  return (
    <Card
      title="What its calls say"
      aside={
        tracedSince && (
          <>
            first traced <Age at={tracedSince} />
          </>
        )
      }
    >
      {findings.length > 0 ? (
        <ul className={classes.list}>
          {findings.map(finding => (
            <Item key={finding.id} finding={finding} />
          ))}
        </ul>
      ) : (
        <p style={{ margin: 0 }}>Nothing stands out.</p>
      )}
      {missing.length > 0 && (
        <p className={classes.looked}>
          Looked for and not seen: {missing.join(', ')}.
        </p>
      )}
    </Card>
  );
};
