import { makeStyles } from '@material-ui/core/styles';
import { Link } from 'react-router-dom';
import { Button } from '../../ui/Button';
import { quiet } from '../../ui/state/quiet';
import type { Recent } from './memory/LookupMemory';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 6),
    fontSize: 14,
  },
  title: { margin: theme.spacing(1, 0, 0.5), fontSize: 14, fontWeight: 600 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  link: {
    display: 'inline-block',
    minHeight: 28,
    lineHeight: '28px',
    color: theme.palette.text.primary,
    overflowWrap: 'anywhere',
    borderRadius: 2,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  example: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, max-content) minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    lineHeight: '22px',
    '& dt': { fontFamily: 'monospace', fontSize: 13, overflowWrap: 'anywhere' },
    '& dd': { margin: 0, color: quiet(theme) },
  },
}));

const examples: [pasted: string, meaning: string][] = [
  ['payments', 'a service, a team, a person, or part of their name'],
  ['search-7c9f8d-x2x4q', 'a pod, a workload, a container image'],
  ['https://api.shop.example/pay', 'a URL or a host name'],
  ['{service="search"}', 'the labels of an alert'],
  ['00-4bf92f…-01', 'a trace id or a traceparent'],
  ['orders.placed', 'a topic, a queue, a database, a pacticipant'],
];

type LookupStartProps = {
  recent: readonly Recent[];
  hrefOf: (q: string) => string;
  onForget: () => void;
};

/** Nothing is asked yet: what was asked lately, and what may be. */
export const LookupStart = ({ recent, hrefOf, onForget }: LookupStartProps) => {
  const classes = useStyles();
  return (
    <div className={classes.columns}>
      {recent.length > 0 && (
        <section aria-label="Looked up lately">
          <h2 className={classes.title}>
            Looked up lately <Button onClick={onForget}>Forget</Button>
          </h2>
          <ul className={classes.list}>
            {recent.map(({ q }) => (
              <li key={q}>
                <Link className={classes.link} to={hrefOf(q)}>
                  {q}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label="What can be pasted">
        <h2 className={classes.title}>Paste whatever you have</h2>
        <dl className={classes.example}>
          {examples.map(([pasted, meaning]) => [
            <dt key={pasted}>{pasted}</dt>,
            <dd key={meaning}>{meaning}</dd>,
          ])}
        </dl>
      </section>
    </div>
  );
};
