import { Known } from '@sightline/backstage-plugin-sightline-common';
import { ReactNode, useId } from 'react';
import type { Asked } from '../../../api';
import type { Brief } from '../brief/composeBrief';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { UnknownNote } from '../../../ui/evidence/UnknownNote';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { useOpenedStyles } from './openedStyles';

type BriefPartProps<T> = {
  title: string;
  brief: Asked<Brief>;
  part: (brief: Brief) => Known<T>;
  /** how many, beside the title; undefined where a number says nothing */
  count?: (value: T) => string | undefined;
  /** lines it usually has, so that nothing jumps when they come */
  lines?: number;
  children: (value: T) => ReactNode;
};

/** One subject of the brief: known with its evidence, or unknown with the reason. */
export function BriefPart<T>(props: BriefPartProps<T>) {
  const { title, brief, part, count } = props;
  const classes = useOpenedStyles();
  const id = useId();
  const known = brief.value && part(brief.value);
  const isKnown = known?.state === 'known';
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h3 className={classes.title}>
        <span id={id}>{title}</span>
        {isKnown && (
          <span className={classes.count}>{count?.(known.value)}</span>
        )}
        {isKnown && (
          <span className={classes.age}>
            <EvidencePopover evidence={known.evidence} of={title} />
          </span>
        )}
      </h3>
      <PartBody {...props} known={known} />
    </section>
  );
}

function PartBody<T>({
  title,
  brief,
  lines = 1,
  known,
  children,
}: BriefPartProps<T> & { known?: Known<T> }) {
  const classes = useOpenedStyles();
  if (known) {
    return known.state === 'known' ? (
      <>{children(known.value)}</>
    ) : (
      <UnknownNote unknown={known} of={title} />
    );
  }
  if (brief.state === 'failed') {
    return <span className={classes.quiet}>{brief.problem?.message}</span>;
  }
  return (
    <div role="status" aria-busy="true" aria-label={`${title}: loading`}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={classes.item}>
          <SkeletonBlock width={`${70 - line * 12}%`} />
        </div>
      ))}
    </div>
  );
}
