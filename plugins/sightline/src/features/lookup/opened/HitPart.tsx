import { BriefAffected } from '@sightline/backstage-plugin-sightline-common';
import { useState } from 'react';
import type { Asked } from '../../../api';
import type { Brief } from '../brief/composeBrief';
import { Button } from '../../../ui/Button';
import { count, percent, plural } from '../../../ui/figures';
import { onCallKinds } from '../../../ui/oncall/onCallWords';
import { PartyName } from '../../../ui/party/PartyName';
import { StateShape } from '../../../ui/state/StateShape';
import { useStateColours } from '../../../ui/state/useStateColours';
import { BriefPart } from './BriefPart';
import { useOpenedStyles } from './openedStyles';

/** As many are seen without scrolling; the rest is one press away. */
const AT_FIRST = 3;

const Affected = ({ of }: { of: BriefAffected }) => {
  const classes = useOpenedStyles();
  const colours = useStateColours();
  const { party, share, hops, onCall } = of;
  const kind = onCall && onCallKinds[onCall.state];
  return (
    <li className={`${classes.item} ${classes.party}`}>
      <PartyName party={party} />
      <span
        className={classes.quiet}
        title={`${percent(share)} of its calls would fail, ${plural(
          hops,
          'hop',
        )} away`}
      >
        {percent(share)}
      </span>
      {kind && (
        <span className={classes.quiet}>
          <span style={{ color: colours[kind] }}>
            <StateShape kind={kind} size={9} />
          </span>{' '}
          {onCall.headline}
        </span>
      )}
      {!onCall && (
        <span className={classes.quiet}>
          {party.owner ? `owner ${party.owner.name}` : 'no owner'}
        </span>
      )}
    </li>
  );
};

/** Who fails with it, most hit first, each with the one to be told. */
export const HitPart = ({ brief }: { brief: Asked<Brief> }) => {
  const classes = useOpenedStyles();
  const [all, setAll] = useState(false);
  return (
    <BriefPart
      title="Who is hit"
      brief={brief}
      part={({ hit }) => hit}
      count={({ affected, leftOut }) => count(affected.length + leftOut)}
      lines={AT_FIRST}
    >
      {({ affected, leftOut }) => {
        const shown = all ? affected : affected.slice(0, AT_FIRST);
        const folded = affected.length - shown.length;
        return affected.length === 0 ? (
          <span className={classes.quiet}>Nobody waits for it</span>
        ) : (
          <>
            <ul className={classes.list}>
              {shown.map(one => (
                <Affected key={one.party.id} of={one} />
              ))}
            </ul>
            {folded > 0 && (
              <Button onClick={() => setAll(true)}>
                Show {count(folded)} more
              </Button>
            )}
            {folded === 0 && leftOut > 0 && (
              <span className={classes.quiet}>
                and {count(leftOut)} more, hit less; the map shows them
              </span>
            )}
          </>
        );
      }}
    </BriefPart>
  );
};
