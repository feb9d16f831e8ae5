import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useId } from 'react';
import { quiet } from '../state/quiet';

export const useCardStyles = makeStyles(theme => ({
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
    // As high with buttons, which may come later, as without.
    boxSizing: 'border-box',
    minHeight: 50,
    padding: theme.spacing(1.5, 2, 1),
  },
  title: { margin: 0, fontSize: 16, fontWeight: 600 },
  aside: { marginLeft: 'auto', color: quiet(theme), fontSize: 13 },
  body: { padding: theme.spacing(0, 2, 2) },
}));

type CardProps = {
  title: string;
  /** stands at the right end of the title: an age, a choice, a button */
  aside?: ReactNode;
  busy?: boolean;
  children: ReactNode;
};

/** A frame with a title: one subject of a page. */
export const Card = ({ title, aside, busy, children }: CardProps) => {
  const classes = useCardStyles();
  const id = useId();
  return (
    <section
      className={classes.card}
      aria-labelledby={id}
      aria-busy={busy || undefined}
    >
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {aside && <span className={classes.aside}>{aside}</span>}
      </div>
      <div className={classes.body}>{children}</div>
    </section>
  );
};
