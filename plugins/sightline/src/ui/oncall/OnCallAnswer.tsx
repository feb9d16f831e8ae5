import { makeStyles } from '@material-ui/core/styles';
import { OnCallNow } from '@sightline/backstage-plugin-sightline-common';
import { quiet } from '../state/quiet';
import { NextShift } from './NextShift';
import { OnCallHeadline } from './OnCallHeadline';
import { OnCallLevels } from './OnCallLevels';
import { OwnersList } from './OwnersList';

const useStyles = makeStyles(theme => ({
  hint: { margin: 0, color: quiet(theme), fontSize: 13, lineHeight: '20px' },
}));

type OnCallAnswerProps = {
  now: OnCallNow;
  /** of owners, where nobody is on call */
  mostOwners?: number;
};

/**
 * Who answers now, and next. Where the first level has nobody, that is the headline,
 * and people of later levels stand below it as those who come later.
 */
export const OnCallAnswer = ({ now, mostOwners = 3 }: OnCallAnswerProps) => {
  const classes = useStyles();
  const { state, headline, levels, next, owners, team } = now;
  const isCovered = state === 'covered';
  // That the first level has nobody, the headline has said.
  const shown = levels.filter(
    ({ responders }) => isCovered || responders.length > 0,
  );
  return (
    <>
      {!isCovered && <OnCallHeadline state={state} words={headline} />}
      {now.unknown?.detail && !headline.includes(now.unknown.detail) && (
        <p className={classes.hint}>{now.unknown.detail}</p>
      )}
      {shown.length > 0 && <OnCallLevels levels={shown} />}
      {(isCovered || state === 'gap') && <NextShift shift={next} />}
      {!isCovered && levels.length === 0 && (
        <OwnersList owners={owners} team={team.name} most={mostOwners} />
      )}
    </>
  );
};
