import {
  Alias,
  AliasKind,
  Dossier,
  annotations,
} from '@sightline/backstage-plugin-sightline-common';
import type { Asked } from '../../api';
import { percent } from '../../ui/figures';
import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import { Age } from '../../ui/time/Age';
import { DossierCard } from './DossierCard';
import { useListStyles } from './listStyles';

const config = `# catalog-info.yaml
metadata:
  annotations:
    ${annotations.aliases}: otel:payment-service,pact:Payments`;

const kinds: Record<AliasKind, string> = {
  otel: 'OpenTelemetry',
  kubernetes: 'Kubernetes',
  pact: 'Pact',
  pagerduty: 'PagerDuty',
};

const AliasRow = ({ alias }: { alias: Alias }) => {
  const classes = useListStyles();
  const { outside, state, score, reason, lastSeen } = alias;
  return (
    <li className={classes.row}>
      <span className={classes.aside}>{kinds[outside.kind]}</span>
      <span className={classes.grows}>
        {outside.name}
        {outside.namespace && (
          <span className={classes.aside}> in {outside.namespace}</span>
        )}
      </span>
      <span className={classes.aside} title={reason}>
        {state}
        {score !== undefined && ` · ${percent(score)}`} · seen{' '}
        <Age at={lastSeen} />
      </span>
    </li>
  );
};

/** The names that other systems have for this service. */
export const KnownAsView = ({ dossier }: { dossier: Asked<Dossier> }) => {
  const classes = useListStyles();
  return (
    <DossierCard
      title="Known as"
      dossier={dossier}
      part={all => all.aliases}
      rows={2}
    >
      {aliases =>
        aliases.length === 0 ? (
          <EmptyPanel title="No outside name yet" config={config}>
            Names are matched as soon as a source has seen one. Where no name is
            like this service’s own, say it:
          </EmptyPanel>
        ) : (
          <ul className={classes.list}>
            {aliases.map(alias => (
              <AliasRow key={alias.id} alias={alias} />
            ))}
          </ul>
        )
      }
    </DossierCard>
  );
};
