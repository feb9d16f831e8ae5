import { makeStyles } from '@material-ui/core/styles';
import { Link } from 'react-router-dom';
import { journeysRouteRef } from '../../routes';
import { EvidencePopover } from '../../ui/evidence/EvidencePopover';
import { SkeletonBlock } from '../../ui/panels/SkeletonBlock';
import { quiet } from '../../ui/state/quiet';
import { useKnownRoute } from '../../ui/useKnownRoute';
import { WindowChoice } from '../../ui/window/WindowChoice';
import { formatCallsView } from '../../ui/window/callsWindow';
import { ServiceCallsPage } from './useServiceCalls';

const useStyles = makeStyles(theme => ({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    minHeight: 32,
    color: theme.palette.text.primary,
  },
  aside: { color: quiet(theme), fontSize: 13, minWidth: 90 },
  link: {
    marginLeft: 'auto',
    color: 'inherit',
    fontSize: 14,
    textDecoration: 'underline',
    borderRadius: 2,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

/** Which window and environment, how old the answer is, and where there is more. */
export const CallsTools = ({
  service,
  view,
  calls,
  onView,
}: ServiceCallsPage) => {
  const classes = useStyles();
  const journeys = useKnownRoute(journeysRouteRef);
  const through = formatCallsView(view, new URLSearchParams({ service }));
  return (
    <div className={classes.tools} role="group" aria-label="What is looked at">
      <WindowChoice
        view={view}
        environments={calls.value?.party.environments}
        onChange={onView}
      />
      <span className={classes.aside}>
        {calls.value ? (
          <EvidencePopover evidence={calls.value.evidence} of="the calls" />
        ) : (
          calls.busy && <SkeletonBlock width={80} />
        )}
        {calls.value && calls.busy && calls.state === 'stale' && ' · asking…'}
      </span>
      {journeys && (
        <Link className={classes.link} to={`${journeys()}?${through}`}>
          Journeys through it
        </Link>
      )}
    </div>
  );
};
