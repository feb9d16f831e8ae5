import { makeStyles } from '@material-ui/core/styles';
import { FormEvent, useState } from 'react';
import type { SafeQuestion } from '../../../api';
import { Button } from '../../../ui/Button';
import { quiet } from '../../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: theme.spacing(1),
  },
  label: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 130px',
    maxWidth: 220,
    fontSize: 12,
    color: quiet(theme),
  },
  field: {
    boxSizing: 'border-box',
    width: '100%',
    height: 32,
    padding: '0 8px',
    font: 'inherit',
    fontSize: 14,
    color: theme.palette.text.primary,
    background: theme.palette.background.paper,
    border: `1px solid ${quiet(theme)}`,
    borderRadius: 4,
    '&::placeholder': { color: quiet(theme), opacity: 1 },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
}));

type QuestionProps = {
  question: SafeQuestion;
  /** what was meant where nothing was named */
  meant: SafeQuestion;
  onQuestion: (question: SafeQuestion) => void;
  /** the same question once more */
  onAgain: () => void;
};

/** Which version is to go where; it is asked when the form is sent. */
export const Question = ({
  question,
  meant,
  onQuestion,
  onAgain,
}: QuestionProps) => {
  const classes = useStyles();
  const [version, setVersion] = useState(question.version ?? '');
  const [where, setWhere] = useState(question.environment ?? '');

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const same =
      version.trim() === (question.version ?? '') &&
      where.trim() === (question.environment ?? '');
    return same ? onAgain() : onQuestion({ version, environment: where });
  };
  return (
    <form className={classes.form} onSubmit={onSubmit} role="search">
      <label className={classes.label}>
        Version
        <input
          className={classes.field}
          value={version}
          placeholder={meant.version}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          onChange={event => setVersion(event.target.value)}
        />
      </label>
      <label className={classes.label}>
        Environment
        <input
          className={classes.field}
          value={where}
          placeholder={meant.environment}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          onChange={event => setWhere(event.target.value)}
        />
      </label>
      <Button type="submit" variant="outlined" style={{ minHeight: 32 }}>
        Ask
      </Button>
    </form>
  );
};
