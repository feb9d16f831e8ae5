import { makeStyles } from '@material-ui/core/styles';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(theme => ({
  frame: {
    position: 'relative',
    maxWidth: '100%',
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.default,
  },
  text: {
    margin: 0,
    padding: theme.spacing(1.5, 11, 1.5, 2),
    overflowX: 'auto',
    fontSize: 13,
    lineHeight: 1.5,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  copy: {
    position: 'absolute',
    top: 0,
    right: 0,
    padding: 4,
    borderRadius: 4,
    background: theme.palette.background.default,
  },
}));

type SnippetProps = {
  /** what it is, for those who do not see where it stands */
  label: string;
  text: string;
};

/** What to paste somewhere, and a button that copies it. */
export const Snippet = ({ label, text }: SnippetProps) => {
  const classes = useStyles();
  return (
    <div className={classes.frame}>
      <pre
        className={classes.text}
        // A long line scrolls inside, so the keyboard must be able to get there.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={label}
      >
        {text}
      </pre>
      <div className={classes.copy}>
        <CopyButton
          label="Copy"
          aria-label={`Copy: ${label}`}
          text={() => text}
          otherwise="Select it and press Ctrl C"
        />
      </div>
    </div>
  );
};
