import { makeStyles } from '@material-ui/core/styles';
import {
  DeployedVersion,
  ServiceContracts,
} from '@sightline/backstage-plugin-sightline-common';
import { Card } from '../../../ui/panels/Card';
import { StateBadge } from '../../../ui/state/StateBadge';
import { quiet } from '../../../ui/state/quiet';
import { Age } from '../../../ui/time/Age';

const useStyles = makeStyles(theme => ({
  places: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(0.75, 3),
    margin: 0,
    fontSize: 14,
    fontVariantNumeric: 'tabular-nums',
    '& dt': { color: quiet(theme) },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  version: { fontWeight: 600 },
  quiet: { color: quiet(theme), fontSize: 13 },
}));

/** "9.3.2 · instance eu · deployed 2 d ago" */
const Version = ({ of }: { of: DeployedVersion }) => {
  const classes = useStyles();
  return (
    <div>
      <span className={classes.version}>{of.version.number}</span>{' '}
      <span className={classes.quiet}>
        {of.instance && `instance ${of.instance}, `}
        {of.how}
        {of.since && (
          <>
            {' '}
            <Age at={of.since} />
          </>
        )}
      </span>
    </div>
  );
};

/** A deployed version takes the place of the one before; two share it, and both are called. */
const isShared = (there: DeployedVersion[]): boolean =>
  new Set(
    there
      .filter(({ how }) => how === 'deployed')
      .map(({ pacticipant, version }) => `${pacticipant} ${version.number}`),
  ).size > new Set(there.map(({ pacticipant }) => pacticipant)).size;

/** Which versions of the service are where, as its broker was told. */
export const DeployedCard = ({ of }: { of: ServiceContracts }) => {
  const classes = useStyles();
  const places = of.environments.map(environment => ({
    environment,
    there: of.deployed.filter(one => one.environment === environment.name),
  }));
  return (
    <Card title="Deployed where" aside="as recorded on the broker">
      {places.length === 0 ? (
        <p style={{ margin: 0 }}>The broker knows no environment.</p>
      ) : (
        <dl className={classes.places}>
          {places.map(({ environment, there }) => [
            <dt key={environment.name}>{environment.displayName}</dt>,
            <dd key={`${environment.name} versions`}>
              {there.length === 0 && (
                <span className={classes.quiet}>nothing is recorded</span>
              )}
              {there.map(one => (
                <Version
                  key={`${one.pacticipant} ${one.version.number} ${one.instance}`}
                  of={one}
                />
              ))}
              {isShared(there) && (
                <StateBadge
                  kind="warn"
                  word="side by side"
                  title="Consumers may meet any of them: each needs a result of its own"
                />
              )}
            </dd>,
          ])}
        </dl>
      )}
    </Card>
  );
};
