import { Unknown } from '@sightline/backstage-plugin-sightline-common';
import { StateBadge } from '../state/StateBadge';
import { HoverNote } from './HoverNote';
import { unknownWords } from './unknownWords';

type UnknownNoteProps = {
  unknown: Unknown;
  /** what is not known: "on call" */
  of: string;
  tabIndex?: number;
};

/** "Not known" with its reason; pressed, it says what to do about it. */
export const UnknownNote = ({ unknown, of, tabIndex }: UnknownNoteProps) => {
  const words = unknownWords[unknown.reason];
  return (
    <HoverNote
      name={`${of} is unknown: ${words.short}`}
      tabIndex={tabIndex}
      note={
        <>
          <div>{words.meaning}</div>
          <div>{unknown.detail ?? words.todo}</div>
        </>
      }
    >
      <StateBadge kind="idle" word={words.short} />
    </HoverNote>
  );
};
