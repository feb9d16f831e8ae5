import { makeStyles } from '@material-ui/core/styles';
import { OnCallNow } from '@sightline/backstage-plugin-sightline-common';
import { Choice } from '../../../ui/Choice';
import { SuggestField, Suggestion } from '../../../ui/filter/SuggestField';
import { quiet } from '../../../ui/state/quiet';
import type { Draft } from './draft';

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    fontSize: 14,
    '& input': { maxWidth: '100%' },
  },
  field: {
    font: 'inherit',
    fontSize: 14,
    width: '100%',
    height: 32,
    boxSizing: 'border-box',
    padding: '0 10px',
    color: theme.palette.text.primary,
    colorScheme: theme.palette.type,
    background: theme.palette.background.paper,
    border: `1px solid ${quiet(theme)}`,
    borderRadius: 4,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  hint: { gridColumn: 2, color: quiet(theme), fontSize: 13 },
}));

/** Everybody whom the answer names; others can be typed. */
const peopleOf = ({ levels, next, owners }: OnCallNow): Suggestion[] => {
  const people = [
    ...levels.flatMap(({ responders }) => responders),
    ...(next ? [next.person] : []),
    ...owners,
  ];
  const byRef = new Map(people.map(({ ref, name }) => [ref, name]));
  return [...byRef].map(([ref, name]) => ({ value: ref, note: name }));
};

const levelsOf = ({ levels }: OnCallNow): number[] => {
  const known = levels.map(({ level }) => level);
  return known.includes(1) ? known : [1, ...known];
};

type OverrideFieldsProps = {
  now: OnCallNow;
  draft: Draft;
  onChange: (draft: Draft) => void;
};

export const OverrideFields = ({
  now,
  draft,
  onChange,
}: OverrideFieldsProps) => {
  const classes = useStyles();
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const levels = levelsOf(now);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return (
    <div className={classes.fields}>
      <span>Who</span>
      <SuggestField
        label="Who takes over"
        placeholder="ana.markovic"
        value={draft.user}
        suggestions={peopleOf(now)}
        onChange={user => set({ user })}
        onPick={({ value }) => set({ user: value })}
      />
      {levels.length > 1 && (
        <>
          <span>Level</span>
          <Choice
            label="Level"
            value={draft.level}
            options={levels.map(
              level => [String(level), `Level ${level}`] as const,
            )}
            onChange={level => set({ level })}
          />
        </>
      )}
      <span>From</span>
      <input
        type="datetime-local"
        className={classes.field}
        aria-label="From; empty: from now on"
        value={draft.from}
        onChange={event => set({ from: event.target.value })}
      />
      <span>Until</span>
      <input
        type="datetime-local"
        className={classes.field}
        aria-label="Until"
        value={draft.to}
        onChange={event => set({ to: event.target.value })}
      />
      <span className={classes.hint}>
        Times of your own clock ({timeZone}); without a beginning, from now on
      </span>
      <span>Why</span>
      <input
        className={classes.field}
        aria-label="Why"
        placeholder="optional, for those who read it later"
        maxLength={500}
        value={draft.reason}
        onChange={event => set({ reason: event.target.value })}
      />
    </div>
  );
};
