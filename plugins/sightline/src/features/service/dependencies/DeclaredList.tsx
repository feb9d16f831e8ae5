import { parseEntityRef } from '@backstage/catalog-model';
import { DeclaredDependency } from '@sightline/backstage-plugin-sightline-common';
import { EntityLink } from '../../../ui/EntityLink';
import { useListStyles } from '../listStyles';

const words: Record<DeclaredDependency['relation'], string> = {
  dependsOn: 'depends on',
  consumesApi: 'consumes API',
};

const Row = ({ dependency }: { dependency: DeclaredDependency }) => {
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

type DeclaredListProps = { dependencies: DeclaredDependency[] };

/** What the catalog alone says a service needs. */
export const DeclaredList = ({ dependencies }: DeclaredListProps) => {
  const classes = useListStyles();
  return (
    <ul className={classes.list} aria-label="Declared dependencies">
      {dependencies.map(dependency => (
        <Row
          key={`${dependency.relation} ${dependency.ref}`}
          dependency={dependency}
        />
      ))}
    </ul>
  );
};
