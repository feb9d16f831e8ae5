import { EntityLink } from '../EntityLink';

type PersonNameProps = { entityRef: string; name: string; tabIndex?: number };

/** Somebody by name: a link where the catalog knows them. */
export const PersonName = ({ entityRef, name, tabIndex }: PersonNameProps) =>
  /^user:[^/]+\/[^/]+$/i.test(entityRef) ? (
    <EntityLink entityRef={entityRef} tabIndex={tabIndex}>
      {name}
    </EntityLink>
  ) : (
    <span>{name}</span>
  );
