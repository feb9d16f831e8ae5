import { makeStyles } from '@material-ui/core/styles';
import { Dossier, Known } from '@sightline/backstage-plugin-sightline-common';
import { ReactNode, useId } from 'react';
import type { Asked } from '../../api';
import { EvidencePopover } from '../../ui/evidence/EvidencePopover';
import { unknownWords } from '../../ui/evidence/unknownWords';
import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import { ProblemPanel } from '../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../ui/panels/SkeletonBlock';
import { StaleNote } from '../../ui/panels/StaleNote';
import { quiet } from '../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  card: {
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    minWidth: 0,
  },
  head: {
    display: 'flex',
    alignItems: 'baseline',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(1.5, 2, 1),
  },
  title: { margin: 0, fontSize: 16, fontWeight: 600 },
  evidence: { marginLeft: 'auto', color: quiet(theme) },
  body: { padding: theme.spacing(0, 2, 2) },
  skeleton: { display: 'flex', alignItems: 'center', height: 34 },
}));

type DossierCardProps<T> = {
  title: string;
  dossier: Asked<Dossier>;
  /** the part of the dossier that this card shows */
  part: (dossier: Dossier) => Known<T>;
  children: (value: T) => ReactNode;
  /** rows the card usually has, so that nothing jumps when they come */
  rows?: number;
};

/** The frame of every card about a service: its title, its evidence, and all its states. */
export function DossierCard<T>(props: DossierCardProps<T>) {
  const { title, dossier, part } = props;
  const classes = useStyles();
  const id = useId();
  const known = dossier.value && part(dossier.value);
  return (
    <section className={classes.card} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {known?.state === 'known' && (
          <span className={classes.evidence}>
            <EvidencePopover evidence={known.evidence} of={title} />
          </span>
        )}
      </div>
      <div className={classes.body}>
        {dossier.value && dossier.problem && (
          <StaleNote
            problem={dossier.problem}
            since={dossier.since}
            onRetry={dossier.retry}
          />
        )}
        <CardBody {...props} known={known} />
      </div>
    </section>
  );
}

type CardBodyProps<T> = DossierCardProps<T> & { known?: Known<T> };

function CardBody<T>({
  title,
  dossier,
  known,
  children,
  rows = 3,
}: CardBodyProps<T>) {
  const classes = useStyles();
  if (known?.state === 'known') {
    return <>{children(known.value)}</>;
  }
  if (known) {
    const { short, meaning, todo } = unknownWords[known.reason];
    return (
      <EmptyPanel title={`Unknown: ${short}`}>
        {meaning} {known.detail ?? todo}
      </EmptyPanel>
    );
  }
  if (dossier.state === 'failed' && dossier.problem) {
    return (
      <ProblemPanel
        problem={dossier.problem}
        what={title}
        onRetry={dossier.retry}
      />
    );
  }
  return (
    <div role="status" aria-busy="true" aria-label={`${title} is loading`}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.skeleton}>
          <SkeletonBlock width={`${75 - row * 12}%`} />
        </div>
      ))}
    </div>
  );
}
