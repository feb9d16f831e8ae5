import { makeStyles } from '@material-ui/core/styles';
import { OnCallNow } from '@sightline/backstage-plugin-sightline-common';
import { useState } from 'react';
import type { Asked } from '../../api';
import { Button } from '../../ui/Button';
import { EvidencePopover } from '../../ui/evidence/EvidencePopover';
import { OnCallAnswer } from '../../ui/oncall/OnCallAnswer';
import { originWords } from '../../ui/oncall/onCallWords';
import { safeHref } from '../../ui/oncall/safeHref';
import { Card } from '../../ui/panels/Card';
import { ProblemPanel } from '../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../ui/panels/SkeletonBlock';
import { StaleNote } from '../../ui/panels/StaleNote';
import { StateBadge } from '../../ui/state/StateBadge';
import { quiet } from '../../ui/state/quiet';
import { GapStrip } from './GapStrip';
import { NoRotation } from './NoRotation';
import { OverrideDialog } from './override/OverrideDialog';
import { OverrideNotice } from './override/OverrideNotice';
import { useOverrides } from './override/useOverrides';

const useStyles = makeStyles(theme => ({
  warnings: { margin: theme.spacing(1, 0, 0), padding: 0, listStyle: 'none' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    minHeight: 30,
    marginTop: theme.spacing(1),
    paddingTop: theme.spacing(1),
    borderTop: `1px solid ${theme.palette.divider}`,
    fontSize: 13,
  },
  where: { color: quiet(theme), overflowWrap: 'anywhere' },
  buttons: { marginLeft: 'auto' },
  link: {
    color: 'inherit',
    lineHeight: '24px',
    borderRadius: 2,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

/** Who is on call: now, next, and when nobody will be. */
export const OnCallCardView = ({ asked }: { asked: Asked<OnCallNow> }) => {
  const { state, value, problem, since, retry } = asked;
  return (
    <Card
      title="On call"
      aside={
        value?.evidence && (
          <EvidencePopover evidence={value.evidence} of="On call" />
        )
      }
    >
      {value && problem && (
        <StaleNote problem={problem} since={since} onRetry={retry} />
      )}
      {state === 'failed' && problem && (
        <ProblemPanel problem={problem} what="who is on call" onRetry={retry} />
      )}
      {state === 'loading' && <Loading />}
      {value && <Answer now={value} onChanged={retry} />}
    </Card>
  );
};

type AnswerProps = { now: OnCallNow; onChanged: () => void };

const Answer = ({ now, onChanged }: AnswerProps) => {
  const classes = useStyles();
  const { origin, warnings } = now;
  return (
    <>
      <OnCallAnswer now={now} />
      {warnings.length > 0 && (
        <ul className={classes.warnings} aria-label="What is wrong with it">
          {warnings.map(words => (
            <li key={words}>
              <StateBadge kind="warn" word="Rotation" /> {words}
            </li>
          ))}
        </ul>
      )}
      {origin.kind === 'owners' ? (
        <NoRotation team={now.team.ref} />
      ) : (
        <>
          {now.state !== 'unknown' && <GapStrip now={now} />}
          <Foot now={now} onChanged={onChanged} />
        </>
      )}
    </>
  );
};

const Foot = ({ now, onChanged }: AnswerProps) => {
  const classes = useStyles();
  const [isOpen, setOpen] = useState(false);
  const overrides = useOverrides(now, onChanged);
  const { busy, allowed } = overrides;
  // One in a file has no maker, and is taken back in the file.
  const made = now.levels
    .flatMap(({ responders }) => responders)
    .filter(({ override }) => override?.madeBy !== undefined);
  const { origin } = now;
  const url = origin.url && safeHref(origin.url);
  const where = `${originWords[origin.kind]}: ${origin.where}`;
  return (
    <div className={classes.foot}>
      <span className={classes.where}>
        {url ? (
          <a className={classes.link} href={url} target="_blank" rel="noopener">
            {where}
          </a>
        ) : (
          where
        )}
      </span>
      {allowed && (
        <span className={classes.buttons}>
          {made.map(({ name, override }) => (
            <Button
              key={override!.id}
              disabled={busy}
              onClick={() => overrides.end(override!.id)}
            >
              Take back: {name}
            </Button>
          ))}
          <Button variant="outlined" onClick={() => setOpen(true)}>
            Override…
          </Button>
        </span>
      )}
      {isOpen && (
        <OverrideDialog
          now={now}
          busy={busy}
          onMake={overrides.make}
          onClose={() => setOpen(false)}
        />
      )}
      <OverrideNotice notice={overrides.notice} onClose={overrides.dismiss} />
    </div>
  );
};

const Loading = () => (
  <div role="status" aria-busy="true" aria-label="On call is loading">
    {[55, 70, 45, 60, 90].map(width => (
      <div key={width} style={{ height: 30, paddingTop: 6 }}>
        <SkeletonBlock width={`${width}%`} height={14} />
      </div>
    ))}
  </div>
);
