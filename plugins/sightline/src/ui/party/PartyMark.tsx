import {
  RiBox3Line,
  RiDatabase2Line,
  RiGlobalLine,
  RiLoginCircleLine,
  RiQuestionLine,
  RiStackLine,
} from '@remixicon/react';
import { CallParty } from '@sightline/backstage-plugin-sightline-common';
import { quiet } from '../state/quiet';
import { useTheme } from '@material-ui/core/styles';
import { whatIs } from './partyWords';

const icons: Record<CallParty['kind'], typeof RiBox3Line> = {
  service: RiBox3Line,
  datastore: RiDatabase2Line,
  queue: RiStackLine,
  external: RiGlobalLine,
  unnamed: RiQuestionLine,
  outside: RiLoginCircleLine,
};

/** What kind of thing it is, as a small drawing that names itself. */
export const PartyMark = ({ party }: { party: CallParty }) => {
  const Icon = icons[party.kind];
  const words = whatIs(party);
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      style={{ display: 'inline-flex', flex: 'none', color: quiet(useTheme()) }}
    >
      <Icon size={15} aria-hidden="true" />
    </span>
  );
};
