import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { ObjectiveProblem } from '@sightline/backstage-plugin-sightline-common';
import { sightlineApiRef, useAsk } from '../../../api';
import { EntityLink } from '../../../ui/EntityLink';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { StaleNote } from '../../../ui/panels/StaleNote';
import { StateBadge } from '../../../ui/state/StateBadge';
import { Age } from '../../../ui/time/Age';
import { PanelFrame } from '../../../ui/panels/PanelFrame';
import { usePanelStyles } from '../../../ui/panels/panelStyles';

/** The documents that cannot be read: which, where in it, why, and what holds meanwhile. */
export const ProblemsPanel = ({ onClose }: { onClose: () => void }) => {
  const classes = usePanelStyles();
  const api = useApi(sightlineApiRef);
  const { state, value, problem, since, retry } = useAsk<ObjectiveProblem[]>(
    'problems',
    options => api.getObjectiveProblems(options),
  );
  return (
    <PanelFrame title="Documents that cannot be read" onClose={onClose}>
      {state === 'loading' && (
        <p aria-busy="true">
          <SkeletonBlock width="70%" />
        </p>
      )}
      {state === 'failed' && problem && (
        <ProblemPanel problem={problem} what="the documents" onRetry={retry} />
      )}
      {value && problem && (
        <StaleNote problem={problem} since={since} onRetry={retry} />
      )}
      {value?.length === 0 && (
        <p className={classes.words}>Every document can be read.</p>
      )}
      <ul className={classes.list}>
        {value?.map(one => (
          <DocumentProblem
            key={`${one.where} ${one.line} ${one.path} ${one.words}`}
            problem={one}
          />
        ))}
      </ul>
    </PanelFrame>
  );
};

const Place = ({ problem: { where, line } }: { problem: ObjectiveProblem }) => {
  const classes = usePanelStyles();
  const words = line === undefined ? where : `${where}:${line}`;
  return (
    <div className={classes.place}>
      {/^https?:\/\//.test(where) ? (
        <a
          className={classes.link}
          href={where}
          target="_blank"
          rel="noopener noreferrer"
        >
          {words}
        </a>
      ) : (
        words
      )}
    </div>
  );
};

const DocumentProblem = ({ problem }: { problem: ObjectiveProblem }) => {
  const classes = usePanelStyles();
  const { path, words, service, earlierInForce, since } = problem;
  return (
    <li className={classes.item}>
      <Place problem={problem} />
      <div className={classes.words}>
        {path && <code>{path}</code>} {words}
      </div>
      <div className={`${classes.line} ${classes.links} ${classes.quiet}`}>
        {service && (
          <EntityLink entityRef={service}>
            {parseEntityRef(service).name}
          </EntityLink>
        )}
        <span>
          since <Age at={since} />
        </span>
        <StateBadge
          kind={earlierInForce ? 'warn' : 'bad'}
          word={earlierInForce ? 'earlier version in force' : 'not in force'}
        />
      </div>
    </li>
  );
};
