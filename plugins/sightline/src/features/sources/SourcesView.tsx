import { makeStyles } from '@material-ui/core/styles';
import { SourceStatus } from '@sightline/backstage-plugin-sightline-common';
import { plural } from '../../ui/figures';
import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import { ProblemPanel } from '../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../ui/panels/SkeletonBlock';
import { StaleNote } from '../../ui/panels/StaleNote';
import { MAY_NOT_ID, SourceCard } from './SourceCard';
import { Sources } from './useSources';

const config = `# packages/backend/src/index.ts
backend.add(
  import('@sightline/backstage-plugin-sightline-backend-module-prometheus'),
);

# app-config.yaml
sightline:
  sources:
    prometheus:
      every: { minutes: 1 }`;

const useStyles = makeStyles(theme => ({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(420px, 100%), 1fr))',
    gap: theme.spacing(2),
  },
  skeleton: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    height: 262,
    boxSizing: 'border-box',
    padding: theme.spacing(2),
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
  },
  summary: { margin: 0 },
}));

/** "2 of 6 sources need attention": the answer before the details. */
const summaryOf = (sources: SourceStatus[]): string => {
  const troubled = sources.filter(
    ({ state }) => !['ok', 'starting', 'disabled'].includes(state),
  );
  return troubled.length === 0
    ? `${plural(sources.length, 'source')}, none needs attention`
    : `${troubled.length} of ${plural(
        sources.length,
        'source',
      )} need attention`;
};

const Skeletons = () => {
  const classes = useStyles();
  return (
    <div
      className={classes.cards}
      aria-busy="true"
      aria-label="Sources are loading"
    >
      {[0, 1, 2, 3].map(card => (
        <div key={card} className={classes.skeleton}>
          <SkeletonBlock width="45%" height={18} />
          {['80%', '55%', '62%', '48%', '66%', '58%'].map(width => (
            <SkeletonBlock key={width} width={width} />
          ))}
        </div>
      ))}
    </div>
  );
};

export const SourcesView = ({ sources, pointedAt, refreshing }: Sources) => {
  const classes = useStyles();
  const { state, value, problem, since, retry } = sources;
  if (state === 'failed' && problem) {
    return (
      <ProblemPanel problem={problem} what="the sources" onRetry={retry} />
    );
  }
  if (!value) {
    return <Skeletons />;
  }
  if (value.length === 0) {
    return (
      <EmptyPanel title="Nothing is watched yet" config={config}>
        A source watches one outside system. Each is a backend module with its
        settings in app-config.yaml, for example:
      </EmptyPanel>
    );
  }
  return (
    <>
      {problem && <StaleNote problem={problem} since={since} onRetry={retry} />}
      <p className={classes.summary} role="status">
        {summaryOf(value)}
      </p>
      {refreshing.forbidden && (
        <p id={MAY_NOT_ID} className={classes.summary}>
          {refreshing.forbidden}
        </p>
      )}
      <div className={classes.cards}>
        {value.map(source => (
          <SourceCard
            key={source.id}
            source={source}
            pointedAt={source.id === pointedAt}
            href={`?source=${encodeURIComponent(source.id)}`}
            refreshing={refreshing}
          />
        ))}
      </div>
    </>
  );
};
