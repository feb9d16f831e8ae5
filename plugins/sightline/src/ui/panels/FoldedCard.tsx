import { makeStyles } from '@material-ui/core/styles';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { ReactNode, useId } from 'react';
import { quiet } from '../state/quiet';
import { useCardStyles } from './Card';

const useStyles = makeStyles(theme => ({
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    width: '100%',
    minHeight: 30,
    padding: 0,
    font: 'inherit',
    color: 'inherit',
    textAlign: 'left',
    background: 'none',
    border: 0,
    borderRadius: 3,
    cursor: 'pointer',
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  lead: { padding: theme.spacing(1, 2) },
  title: { margin: 0, fontSize: 16, fontWeight: 600 },
  hint: { marginLeft: 24, fontSize: 13, color: quiet(theme) },
}));

type FoldedCardProps = {
  title: string;
  /** what is inside, for those who wonder whether to open it */
  hint: string;
  open: boolean;
  onToggle: () => void;
  /** made when it is opened, so that what it asks is asked only then */
  children: () => ReactNode;
};

/** A subject that is looked at now and then: closed it is a line, and costs nothing. */
export const FoldedCard = ({
  title,
  hint,
  open,
  onToggle,
  children,
}: FoldedCardProps) => {
  const card = useCardStyles();
  const classes = useStyles();
  const id = useId();
  const Arrow = open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <section className={card.card} aria-labelledby={id}>
      <div className={classes.lead}>
        <h2 id={id} className={classes.title}>
          <button
            type="button"
            className={classes.button}
            aria-expanded={open}
            aria-controls={open ? `${id}-body` : undefined}
            onClick={onToggle}
          >
            <Arrow size={18} aria-hidden="true" />
            {title}
          </button>
        </h2>
        <div className={classes.hint}>{hint}</div>
      </div>
      {open && (
        <div id={`${id}-body`} className={card.body}>
          {children()}
        </div>
      )}
    </section>
  );
};
