import { makeStyles } from '@material-ui/core/styles';
import { CallParty } from '@sightline/backstage-plugin-sightline-common';
import { EntityLink } from '../EntityLink';
import { quiet } from '../state/quiet';
import { PartyMark } from './PartyMark';
import { nameOf, whatIs } from './partyWords';

const useStyles = makeStyles(theme => ({
  party: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 7,
    minWidth: 0,
    maxWidth: '100%',
  },
  name: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: 0,
  },
  what: {
    color: quiet(theme),
    fontSize: 12,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    flexShrink: 4,
  },
}));

type PartyNameProps = {
  party: CallParty;
  /** says what it is beside the name, where there is room for it */
  described?: boolean;
  tabIndex?: number;
};

/** One who calls or is called: a link when the catalog knows it. */
export const PartyName = ({
  party,
  described = false,
  tabIndex,
}: PartyNameProps) => {
  const classes = useStyles();
  const name = nameOf(party);
  return (
    <span className={classes.party}>
      <PartyMark party={party} />
      <span className={classes.name} title={party.entity ?? name}>
        {party.entity ? (
          <EntityLink entityRef={party.entity} tabIndex={tabIndex}>
            {name}
          </EntityLink>
        ) : (
          name
        )}
      </span>
      {described && party.kind !== 'service' && (
        <span className={classes.what}>{whatIs(party)}</span>
      )}
    </span>
  );
};
