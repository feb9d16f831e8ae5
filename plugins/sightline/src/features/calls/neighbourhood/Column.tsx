import { CallLink } from '@sightline/backstage-plugin-sightline-common';
import { nameOf } from '../../../ui/party/partyWords';
import type { Neighbours } from './Drawing';
import { EdgeGlyph } from './Edge';
import { Neighbour } from './Neighbour';
import { useNeighbourStyles } from './neighbourStyles';

/** The neighbourhood one below the other, where three columns have no room. */
export const Column = ({
  party,
  callers,
  callees,
  fan,
  nobody,
}: Neighbours) => {
  const classes = useNeighbourStyles();
  const most = Math.max(
    0,
    ...[...callers, ...callees].map(({ figures }) => figures.calls),
  );
  return (
    <>
      <Rows
        label="Callers"
        nobody={nobody.callers}
        links={callers}
        most={most}
      />
      <div className={classes.self}>
        {nameOf(party)} <span className={classes.fan}>{fan}</span>
      </div>
      <Rows
        label="Callees"
        nobody={nobody.callees}
        links={callees}
        most={most}
      />
    </>
  );
};

type RowsProps = {
  label: string;
  nobody: string;
  links: CallLink[];
  most: number;
};

const Rows = ({ label, nobody, links, most }: RowsProps) => {
  const classes = useNeighbourStyles();
  return (
    <>
      <div className={classes.heads} aria-hidden="true">
        {label}
      </div>
      {links.length === 0 && <p className={classes.fan}>{nobody}</p>}
      <ul className={classes.side} aria-label={label}>
        {links.map(link => (
          <li key={link.party.id} className={classes.row}>
            <EdgeGlyph link={link} most={most} />
            <div>
              <Neighbour link={link} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
};
