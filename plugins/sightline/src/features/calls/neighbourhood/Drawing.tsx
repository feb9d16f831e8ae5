import {
  CallLink,
  CallParty,
} from '@sightline/backstage-plugin-sightline-common';
import { useState } from 'react';
import { Direction } from '../callWords';
import { nameOf } from '../../../ui/party/partyWords';
import { Edge } from './Edge';
import { Neighbour } from './Neighbour';
import { Place, neighbourLayout } from './neighbourLayout';
import { useNeighbourStyles } from './neighbourStyles';

export type Neighbours = {
  party: CallParty;
  callers: CallLink[];
  callees: CallLink[];
  /** "6 wait for it", "it waits for 6" */
  fan: string;
  /** what is said where nobody stands */
  nobody: Record<Direction, string>;
};

/** Three columns and the ways between them; lists for those who do not see it. */
export const Drawing = ({
  width,
  party,
  callers,
  callees,
  fan,
  nobody,
}: Neighbours & { width: number }) => {
  const classes = useNeighbourStyles();
  const [active, setActive] = useState<CallLink>();
  const layout = neighbourLayout(width, callers.length, callees.length);
  const all = [...callers, ...callees];
  const most = Math.max(0, ...all.map(({ figures }) => figures.calls));
  const placed = [...layout.callers, ...layout.callees];
  const { x, y, width: centre } = layout.centre;
  return (
    <>
      <div className={classes.heads} aria-hidden="true">
        <span>Callers</span>
        <span>Callees</span>
      </div>
      <div className={classes.drawing} style={{ height: layout.height }}>
        <svg
          className={classes.edges}
          width={width}
          height={layout.height}
          aria-hidden="true"
        >
          {all.map((link, index) => (
            <Edge
              key={index}
              link={link}
              most={most}
              path={placed[index].path}
              end={placed[index].end}
              faded={active !== undefined && active !== link}
            />
          ))}
        </svg>
        <Side
          label="Callers"
          nobody={nobody.callers}
          links={callers}
          places={layout.callers}
          left={0}
          width={layout.side}
          onActive={setActive}
        />
        <div
          className={classes.centre}
          style={{ left: x, top: y, width: centre }}
        >
          {nameOf(party)}
          <span className={classes.fan}>{fan}</span>
        </div>
        <Side
          label="Callees"
          nobody={nobody.callees}
          links={callees}
          places={layout.callees}
          left={width - layout.side}
          width={layout.side}
          onActive={setActive}
        />
      </div>
    </>
  );
};

type SideProps = {
  label: string;
  nobody: string;
  links: CallLink[];
  places: Place[];
  left: number;
  width: number;
  onActive: (link?: CallLink) => void;
};

const Side = (props: SideProps) => {
  const { label, nobody, links, places, left, width, onActive } = props;
  const classes = useNeighbourStyles();
  if (links.length === 0) {
    return (
      <p className={classes.nobody} style={{ left, width }}>
        {nobody}
      </p>
    );
  }
  return (
    <ul className={classes.side} aria-label={label}>
      {links.map((link, index) => (
        <li
          key={link.party.id}
          className={classes.node}
          style={{ left, width, top: places[index].y }}
          onPointerEnter={() => onActive(link)}
          onPointerLeave={() => onActive()}
          onFocus={() => onActive(link)}
          onBlur={() => onActive()}
        >
          <Neighbour link={link} />
        </li>
      ))}
    </ul>
  );
};
