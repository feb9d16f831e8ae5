import { makeStyles } from '@material-ui/core/styles';
import { Dossier, Known } from '@sightline/backstage-plugin-sightline-common';
import { ReactNode } from 'react';
import type { Asked } from '../../api';
import { EvidencePopover } from '../../ui/evidence/EvidencePopover';
import { unknownWords } from '../../ui/evidence/unknownWords';
import { Card } from '../../ui/panels/Card';
import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import { ProblemPanel } from '../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../ui/panels/SkeletonBlock';
import { StaleNote } from '../../ui/panels/StaleNote';

const useStyles = makeStyles({
  skeleton: { display: 'flex', alignItems: 'center', height: 34 },
});

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
  const known = dossier.value && part(dossier.value);
  return (
    <Card
      title={title}
      aside={
        known?.state === 'known' && (
          <EvidencePopover evidence={known.evidence} of={title} />
        )
      }
    >
      {dossier.value && dossier.problem && (
        <StaleNote
          problem={dossier.problem}
          since={dossier.since}
          onRetry={dossier.retry}
        />
      )}
      <CardBody {...props} known={known} />
    </Card>
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
