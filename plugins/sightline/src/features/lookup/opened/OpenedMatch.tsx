import { LookupMatch } from '@sightline/backstage-plugin-sightline-common';
import { useId } from 'react';
import { EntityLink } from '../../../ui/EntityLink';
import { OwnerName } from './OwnerName';
import { TierBadge } from '../../../ui/TierBadge';
import { StaleNote } from '../../../ui/panels/StaleNote';
import { useBrief, useResponder } from '../useLookup';
import { HitPart } from './HitPart';
import { LinksPart, OtherLinks } from './LinksPart';
import { ResponderPart } from './ResponderPart';
import { BurningPart, ChangesPart, SuspectsPart } from './TroubleParts';
import { useOpenedStyles } from './openedStyles';

/** One match, with all that somebody needs who was just woken, most urgent first. */
export const OpenedMatch = ({ match }: { match: LookupMatch }) => {
  const classes = useOpenedStyles();
  const id = useId();
  const onCall = useResponder(match.service);
  const brief = useBrief(match.service);
  const { service, title, tier, owner, why } = match;
  return (
    <article className={classes.card} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.name}>
          <EntityLink entityRef={service}>{title}</EntityLink>
        </h2>
        <TierBadge tier={tier} />
        <OwnerName owner={owner} />
      </div>
      <p className={classes.why} title={why.words}>
        {why.words}
      </p>
      <ResponderPart onCall={onCall} />
      <LinksPart match={match} brief={brief.value} />
      {brief.value && brief.problem && !onCall.problem && (
        <StaleNote
          problem={brief.problem}
          since={brief.since}
          onRetry={brief.retry}
        />
      )}
      <HitPart brief={brief} />
      <BurningPart brief={brief} />
      <ChangesPart brief={brief} />
      <SuspectsPart brief={brief} />
      <OtherLinks match={match} />
    </article>
  );
};
