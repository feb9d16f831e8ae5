import { parseEntityRef } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import {
  LockStep,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Fragment } from 'react';
import { EntityLink } from '../../../ui/EntityLink';
import { Card } from '../../../ui/panels/Card';
import { StateBadge } from '../../../ui/state/StateBadge';
import { quiet } from '../../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: 14,
  },
  todo: { margin: theme.spacing(1.5, 0, 0), fontSize: 14, color: quiet(theme) },
}));

type LockStepCardProps = { lockStep: LockStep[]; service: ServiceRef };

/** With whom it is always deployed together; nothing where it goes alone. */
export const LockStepCard = ({ lockStep, service }: LockStepCardProps) => {
  const classes = useStyles();
  if (lockStep.length === 0) {
    return null;
  }
  return (
    <Card title="Deployed in lock-step">
      <ul className={classes.list}>
        {lockStep.map(one => (
          <li key={one.services.join()}>
            <StateBadge kind="warn" word="together with" />{' '}
            <Others of={one} service={service} />
            <div>{one.words}</div>
          </li>
        ))}
      </ul>
      <p className={classes.todo}>
        What can only be deployed together is one service in several places: a
        contract between them that both versions keep lets each go alone.
      </p>
    </Card>
  );
};

const Others = ({ of, service }: { of: LockStep; service: ServiceRef }) => (
  <>
    {of.services
      .filter(other => other !== service)
      .map((other, index) => (
        <Fragment key={other}>
          {index > 0 && ', '}
          <EntityLink entityRef={other}>
            {parseEntityRef(other).name}
          </EntityLink>
        </Fragment>
      ))}
  </>
);
