import { makeStyles } from '@material-ui/core/styles';
import { Pacticipant } from '@sightline/backstage-plugin-sightline-common';
import { EntityLink } from '../../ui/EntityLink';
import { quiet } from '../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  aside: { color: quiet(theme), fontSize: 12 },
}));

type PacticipantNameProps = { of: Pacticipant; tabIndex?: number };

/** A name on a broker; it leads to its service, or says that it stands for none. */
export const PacticipantName = ({
  of: { name, broker, service },
  tabIndex,
}: PacticipantNameProps) => {
  const classes = useStyles();
  return service ? (
    <EntityLink
      entityRef={service.ref}
      tabIndex={tabIndex}
      title={`${name} on ${broker} stands for the service ${service.name}`}
    >
      {name}
    </EntityLink>
  ) : (
    <span title={`On ${broker}; it stands for no service of the catalog`}>
      {name} <span className={classes.aside}>no service</span>
    </span>
  );
};
