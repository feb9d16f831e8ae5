import { makeStyles } from '@material-ui/core/styles';
import { Dossier } from '@sightline/backstage-plugin-sightline-common';
import type { Asked } from '../../api';
import { EvidencePopover } from '../../ui/evidence/EvidencePopover';
import { UnknownNote } from '../../ui/evidence/UnknownNote';
import { ProblemPanel } from '../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../ui/panels/SkeletonBlock';
import { StaleNote } from '../../ui/panels/StaleNote';
import { StripItem, stripItems } from './stripItems';
import { quiet } from '../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  frame: {
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    padding: theme.spacing(1.5, 2),
  },
  strip: {
    display: 'grid',
    // As many columns as the place has room for: it stands in a narrow column
    // beside the page, across it, or on a phone.
    gridTemplateColumns: 'repeat(auto-fit, minmax(112px, 1fr))',
    gap: theme.spacing(1.5),
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
    '& dt': { fontSize: 12, color: quiet(theme) },
    '& dd': {
      margin: 0,
      minHeight: 42,
      fontSize: 14,
      fontWeight: 600,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    },
  },
  // What can be pressed is at least 24 px high, with a line below it pressable too.
  answer: {
    '& a, & button': {
      display: 'inline-block',
      minHeight: 24,
      lineHeight: '24px',
    },
  },
  age: {
    display: 'block',
    fontWeight: 400,
    color: quiet(theme),
  },
}));

type AnswerProps = { item: StripItem; dossier: Dossier };

const Answer = ({ item, dossier }: AnswerProps) => {
  const classes = useStyles();
  const answer = item.read(dossier);
  if ('state' in answer) {
    return <UnknownNote unknown={answer} of={item.title} />;
  }
  return (
    <>
      {answer.shown}
      <span className={classes.age}>
        <EvidencePopover evidence={answer.evidence} of={item.title} />
      </span>
    </>
  );
};

type StripViewProps = { dossier: Asked<Dossier>; items?: StripItem[] };

/** The six answers everybody asks first, each with its age or the reason why there is none. */
export const StripView = ({ dossier, items = stripItems }: StripViewProps) => {
  const classes = useStyles();
  const { state, value, problem, since, retry } = dossier;
  if (state === 'failed' && problem) {
    return (
      <section className={classes.frame} aria-label="At a glance">
        <ProblemPanel problem={problem} what="this service" onRetry={retry} />
      </section>
    );
  }
  return (
    <section
      className={classes.frame}
      aria-label="At a glance"
      aria-busy={!value || undefined}
    >
      {value && problem && (
        <StaleNote problem={problem} since={since} onRetry={retry} />
      )}
      <dl className={classes.strip}>
        {items.map(item => (
          <div key={item.id}>
            <dt>{item.title}</dt>
            <dd className={classes.answer}>
              {value ? (
                <Answer item={item} dossier={value} />
              ) : (
                <SkeletonBlock width="70%" height={16} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
