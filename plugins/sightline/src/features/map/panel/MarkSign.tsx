import { useStateColours } from '../../../ui/state/useStateColours';
import { EdgeMark } from '../graph/edgeLook';
import { MarkGlyph } from '../graph/MarkGlyph';

type MarkSignProps = {
  mark: EdgeMark;
  /** with its word beside it; else the word is its name */
  spelled?: boolean;
};

/** A mark of the drawing, outside of it. */
export const MarkSign = ({ mark, spelled = false }: MarkSignProps) => {
  const colours = useStateColours();
  const { shape, word, kind } = mark;
  return (
    <span
      style={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 5,
        flex: 'none',
        color: colours[kind],
        fontWeight: 600,
      }}
      title={word}
    >
      <svg
        viewBox="-8 -8 16 16"
        width="14"
        height="14"
        {...(spelled
          ? { 'aria-hidden': true }
          : { role: 'img', 'aria-label': word })}
      >
        <MarkGlyph shape={shape} />
      </svg>
      {spelled && word}
    </span>
  );
};
