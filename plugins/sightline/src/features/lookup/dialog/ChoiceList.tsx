import { makeStyles } from '@material-ui/core/styles';
import { TierBadge } from '../../../ui/TierBadge';
import { quiet } from '../../../ui/state/quiet';
import type { Choice } from './choicesOf';

const useStyles = makeStyles(theme => ({
  list: {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    margin: 0,
    padding: theme.spacing(0.5, 0),
    listStyle: 'none',
  },
  choice: {
    padding: theme.spacing(0.5, 2),
    minHeight: 32,
    fontSize: 14,
    cursor: 'pointer',
    '&:hover': { background: theme.palette.action.hover },
    '&[aria-selected=true]': { background: theme.palette.action.selected },
  },
  head: { display: 'flex', alignItems: 'center', gap: 8, minHeight: 24 },
  label: {
    fontWeight: 600,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  aside: {
    marginLeft: 'auto',
    color: quiet(theme),
    fontSize: 13,
    whiteSpace: 'nowrap',
  },
  note: {
    color: quiet(theme),
    fontSize: 13,
    lineHeight: '18px',
    overflowWrap: 'anywhere',
  },
}));

type ChoiceListProps = {
  id: string;
  label: string;
  choices: readonly Choice[];
  active?: Choice;
  onChoose: (choice: Choice, newTab: boolean) => void;
};

/** What may be chosen; the keyboard stays in the field and points here. */
export const ChoiceList = (props: ChoiceListProps) => {
  const classes = useStyles();
  const { id, label, choices, active, onChoose } = props;
  return (
    <ul id={id} role="listbox" aria-label={label} className={classes.list}>
      {choices.map((choice, at) => (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={choice.id}
          id={`${id}-${at}`}
          ref={choice.id === active?.id ? intoView : undefined}
          role="option"
          aria-selected={choice.id === active?.id}
          className={classes.choice}
          // The field keeps the focus.
          onMouseDown={event => event.preventDefault()}
          onClick={event => onChoose(choice, event.ctrlKey || event.metaKey)}
        >
          <span className={classes.head}>
            <span className={classes.label}>{choice.label}</span>
            {choice.tier && <TierBadge tier={choice.tier} />}
            <span className={classes.aside}>{choice.aside}</span>
          </span>
          <span className={classes.note}>{choice.note}</span>
        </li>
      ))}
    </ul>
  );
};

const intoView = (item: HTMLElement | null) =>
  item?.scrollIntoView?.({ block: 'nearest' });
