import {
  AffectedParty,
  BlastRadius,
  Ratio,
} from '@sightline/backstage-plugin-sightline-common';
import { EntityLink } from '../../../ui/EntityLink';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { finePercent, plural } from '../../../ui/figures';
import { PartyName } from '../../../ui/party/PartyName';
import { StateBadge } from '../../../ui/state/StateBadge';
import { useStateColours } from '../../../ui/state/useStateColours';
import { usePanelStyles } from './panelStyles';

const ShareBar = ({ share, of }: { share: Ratio; of: string }) => {
  const classes = usePanelStyles();
  const { bad } = useStateColours();
  return (
    <span
      className={classes.bar}
      role="img"
      aria-label={`${finePercent(share)} ${of}`}
    >
      <span
        className={classes.fill}
        style={{ width: `${share * 100}%`, background: bad }}
      />
    </span>
  );
};

const Affected = ({ hit }: { hit: AffectedParty }) => {
  const classes = usePanelStyles();
  const { party, share, hops } = hit;
  return (
    <li className={classes.row} style={{ minHeight: 46 }}>
      <span className={classes.grows}>
        <PartyName party={party} />
        <span className={classes.aside} style={{ display: 'block' }}>
          {plural(hops, 'hop')} away ·{' '}
          {party.owner ? (
            <EntityLink entityRef={party.owner.ref}>
              {party.owner.name}
            </EntityLink>
          ) : (
            'no owner'
          )}
        </span>
      </span>
      <ShareBar share={share} of="of its calls fail" />
      <strong>{finePercent(share)}</strong>
    </li>
  );
};

/** Who fails with a service: how much of each, how far away, and whose they are. */
export const BlastPart = ({ blast }: { blast: BlastRadius }) => {
  const classes = usePanelStyles();
  const { party, affected, delayed, leftOut, assumptions, evidence } = blast;
  return (
    <section aria-label="Blast radius">
      <h3 className={classes.section}>
        {affected.length === 0
          ? `Nobody fails with ${party.name}`
          : `${plural(affected.length, 'party fails', 'parties fail')} if ${
              party.name
            } fails`}
      </h3>
      <ul className={classes.list}>
        {affected.map(hit => (
          <Affected key={hit.party.id} hit={hit} />
        ))}
      </ul>
      {leftOut > 0 && (
        <p className={classes.note}>
          {plural(leftOut, 'party', 'parties')} more, hit less, left out.
        </p>
      )}
      {delayed.length > 0 && (
        <>
          <h3 className={classes.section}>
            <StateBadge kind="busy" word={`${delayed.length} only wait`} />
          </h3>
          <ul className={classes.list}>
            {delayed.map(one => (
              <li key={one.id} className={classes.row}>
                <span className={classes.grows}>
                  <PartyName party={one} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={classes.note}>{assumptions.join(' ')}</p>
      <p className={classes.note}>
        <EvidencePopover evidence={evidence} of="the blast radius" />
      </p>
    </section>
  );
};
