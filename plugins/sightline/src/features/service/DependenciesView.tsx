import { parseEntityRef } from '@backstage/catalog-model';
import {
  DeclaredDependency,
  Dossier,
} from '@sightline/backstage-plugin-sightline-common';
import type { Asked } from '../../api';
import { EntityLink } from '../../ui/EntityLink';
import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import { DossierCard } from './DossierCard';
import { useListStyles } from './listStyles';

const config = `# catalog-info.yaml
spec:
  dependsOn: [component:ledger, resource:orders-db]
  consumesApis: [payments-api]`;

const words: Record<DeclaredDependency['relation'], string> = {
  dependsOn: 'depends on',
  consumesApi: 'consumes API',
};

const DependencyRow = ({ dependency }: { dependency: DeclaredDependency }) => {
  const classes = useListStyles();
  const { ref, name, relation, providedBy = [] } = dependency;
  return (
    <li className={classes.row}>
      <span className={classes.aside}>{words[relation]}</span>
      <span className={classes.grows}>
        <EntityLink entityRef={ref}>{name}</EntityLink>
      </span>
      <span className={classes.aside}>
        {providedBy.length > 0 && 'from '}
        {providedBy.map((provider, index) => (
          <span key={provider}>
            {index > 0 && ', '}
            <EntityLink entityRef={provider}>
              {parseEntityRef(provider).name}
            </EntityLink>
          </span>
        ))}
        {relation === 'consumesApi' &&
          providedBy.length === 0 &&
          'nobody provides it'}
      </span>
    </li>
  );
};

/** What the catalog says this service needs. */
export const DependenciesView = ({ dossier }: { dossier: Asked<Dossier> }) => {
  const classes = useListStyles();
  return (
    <DossierCard
      title="Dependencies (declared)"
      dossier={dossier}
      part={all => all.dependencies}
    >
      {dependencies =>
        dependencies.length === 0 ? (
          <EmptyPanel title="None declared" config={config}>
            Declare what this service needs, so that others can see what a
            change hits:
          </EmptyPanel>
        ) : (
          <ul className={classes.list}>
            {dependencies.map(dependency => (
              <DependencyRow
                key={`${dependency.relation} ${dependency.ref}`}
                dependency={dependency}
              />
            ))}
          </ul>
        )
      }
    </DossierCard>
  );
};
