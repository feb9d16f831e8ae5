import { ServiceCalls } from '@sightline/backstage-plugin-sightline-common';
import { useRef } from 'react';
import { Link } from 'react-router-dom';
import { plural } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { useWidth } from '../../../ui/useWidth';
import { noLink } from '../callWords';
import { Column } from './Column';
import { Drawing } from './Drawing';
import { Legend } from './Legend';
import { THREE_COLUMNS, mostCalled } from './neighbourLayout';
import { useNeighbourStyles } from './neighbourStyles';

type NeighbourhoodCardProps = {
  calls: ServiceCalls;
  /** where the Map shows so many hops around it; left out where there is no Map */
  mapOf?: (hops: number) => string;
};

const fanOf = ({ facts }: ServiceCalls) =>
  facts.syncFanIn === undefined || facts.syncFanOut === undefined
    ? ''
    : `${facts.syncFanIn} wait for it · waits for ${facts.syncFanOut}`;

const restOf = (callers: number, callees: number) =>
  [
    ...(callers > 0 ? [plural(callers, 'more caller')] : []),
    ...(callees > 0 ? [plural(callees, 'more callee')] : []),
  ].join(' and ');

/** Who calls it and whom it calls, at a glance; the tables below say the same in full. */
export const NeighbourhoodCard = ({ calls, mapOf }: NeighbourhoodCardProps) => {
  const classes = useNeighbourStyles();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { party, leftOut } = calls;
  const callers = mostCalled(calls.callers, leftOut.callers);
  const callees = mostCalled(calls.callees, leftOut.callees);
  const shown = {
    party,
    callers: callers.shown,
    callees: callees.shown,
    fan: fanOf(calls),
    nobody: {
      callers: noLink.callers,
      callees: calls.facts.traced ? noLink.callees : noLink.untold,
    },
  };
  const rest = restOf(callers.more, callees.more);
  return (
    <Card
      title="Neighbourhood"
      aside={
        mapOf && (
          <span className={classes.links}>
            On the Map:
            {[2, 3].map(hops => (
              <Link key={hops} className={classes.link} to={mapOf(hops)}>
                {hops} hops
              </Link>
            ))}
          </span>
        )
      }
    >
      <div ref={frame}>
        {width >= THREE_COLUMNS ? (
          <Drawing width={width} {...shown} />
        ) : (
          <Column {...shown} />
        )}
        <Legend rest={rest} />
      </div>
    </Card>
  );
};
