import {
  Suspect,
  Suspects,
} from '@sightline/backstage-plugin-sightline-common';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { finePercent, percent, plural } from '../../../ui/figures';
import { PartyName } from '../../../ui/party/PartyName';
import { FiguresTable } from './FiguresTable';
import { usePanelStyles } from './panelStyles';

const One = ({ suspect }: { suspect: Suspect }) => {
  const classes = usePanelStyles();
  const { party, explains, why, hops, figures, before } = suspect;
  return (
    <li>
      <div className={classes.row}>
        <span className={classes.grows}>
          <PartyName party={party} />
        </span>
        <span className={classes.aside}>{plural(hops, 'hop')} away</span>
        <strong>explains {percent(explains)}</strong>
      </div>
      <p className={classes.note}>{why}</p>
      <FiguresTable
        of={`Figures of ${party.name}`}
        figures={figures}
        before={before}
      />
    </li>
  );
};

/** Which dependency explains the errors of a service. */
export const SuspectsPart = ({ suspects }: { suspects: Suspects }) => {
  const classes = usePanelStyles();
  const { party, own, suspects: all, evidence } = suspects;
  return (
    <section aria-label="Who may be to blame">
      <h3 className={classes.section}>
        {party.name} itself: {finePercent(own.figures.errorRatio)} errors,{' '}
        {finePercent(own.before.errorRatio)} before
      </h3>
      {all.length === 0 ? (
        <p className={classes.note}>
          None of its dependencies got worse. What is wrong is within it, or not
          traced.
        </p>
      ) : (
        <ul className={classes.list}>
          {all.map(suspect => (
            <One key={suspect.party.id} suspect={suspect} />
          ))}
        </ul>
      )}
      <p className={classes.note}>
        <EvidencePopover evidence={evidence} of="the suspects" />
      </p>
    </section>
  );
};
