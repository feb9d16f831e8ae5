import { makeStyles } from '@material-ui/core/styles';
import { ServiceRow } from '@sightline/backstage-plugin-sightline-common';
import { EntityLink } from '../../ui/EntityLink';
import { quiet } from '../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  title: { fontWeight: 600 },
  name: {
    marginLeft: 8,
    fontSize: 12,
    fontWeight: 400,
    color: quiet(theme),
  },
}));

type ServiceCellProps = { row: ServiceRow; tabIndex?: number };

export const ServiceCell = ({ row, tabIndex }: ServiceCellProps) => {
  const classes = useStyles();
  return (
    <>
      <EntityLink
        entityRef={row.ref}
        tabIndex={tabIndex}
        title={row.description}
      >
        <span className={classes.title}>{row.title}</span>
      </EntityLink>
      {row.title !== row.name && (
        <span className={classes.name}>{row.name}</span>
      )}
    </>
  );
};
