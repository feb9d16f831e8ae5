import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, createContext, useCallback, useContext } from 'react';
import { Link } from 'react-router-dom';

const useStyles = makeStyles(theme => ({
  link: {
    color:
      theme.palette.type === 'dark' ? 'inherit' : theme.palette.text.primary,
    textDecoration: 'none',
    borderRadius: 2,
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
}));

type EntityHref = (ref: string) => string;

/**
 * Asking the router where entities live costs a tenth of a millisecond, which a
 * list of links pays a hundred times a frame; so a page asks once for all.
 */
const KnownHref = createContext<EntityHref | undefined>(undefined);

export const EntityLinks = ({ children }: { children: ReactNode }) => (
  <KnownHref.Provider value={useEntityHref()}>{children}</KnownHref.Provider>
);

/** Where the catalog shows an entity. */
export function useEntityHref(): EntityHref {
  const route = useRouteRef(entityRouteRef);
  return useCallback(
    ref => {
      const { kind, namespace, name } = parseEntityRef(ref);
      return route({ kind: kind.toLocaleLowerCase('en-US'), namespace, name });
    },
    [route],
  );
}

type EntityLinkProps = {
  entityRef: string;
  children: ReactNode;
  title?: string;
  tabIndex?: number;
};

/**
 * A plain link: unlike the catalog's own it asks the catalog for nothing, and
 * a list draws hundreds of them.
 */
export const EntityLink = (props: EntityLinkProps) => {
  const href = useContext(KnownHref);
  return href ? (
    <PlainLink href={href} {...props} />
  ) : (
    <AskingLink {...props} />
  );
};

const AskingLink = (props: EntityLinkProps) => (
  <PlainLink href={useEntityHref()} {...props} />
);

const PlainLink = ({
  entityRef,
  href,
  ...rest
}: EntityLinkProps & { href: EntityHref }) => {
  const classes = useStyles();
  return <Link to={href(entityRef)} className={classes.link} {...rest} />;
};
