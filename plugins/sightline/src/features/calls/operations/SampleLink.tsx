import { makeStyles } from '@material-ui/core/styles';
import { RiFileCopyLine } from '@remixicon/react';
import { TraceSample } from '@sightline/backstage-plugin-sightline-common';
import { CopyButton } from '../../../ui/CopyButton';

const useStyles = makeStyles(theme => ({
  link: {
    color: 'inherit',
    textDecoration: 'underline',
    borderRadius: 2,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

type SampleLinkProps = {
  sample?: TraceSample;
  /** "slowest", "failed" */
  word: string;
  /** what it is a trace of */
  of: string;
  tabIndex: 0 | -1;
};

const isWeb = (url?: string): url is string => /^https?:\/\//.test(url ?? '');

/** A trace to look at in the reader's own tool, or its id to take there. */
export const SampleLink = ({ sample, word, of, tabIndex }: SampleLinkProps) => {
  const classes = useStyles();
  if (!sample) {
    return null;
  }
  const { traceId, url } = sample;
  return isWeb(url) ? (
    <a
      className={classes.link}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      tabIndex={tabIndex}
      title={`Trace ${traceId}, in a new tab`}
      aria-label={`${word} trace of ${of}, in a new tab`}
    >
      {word}
    </a>
  ) : (
    <CopyButton
      label={word}
      endIcon={<RiFileCopyLine size={13} aria-hidden="true" />}
      text={() => traceId}
      otherwise={traceId}
      tabIndex={tabIndex}
      title={`Trace ${traceId}; no trace tool is configured`}
      aria-label={`Copy the id of the ${word} trace of ${of}`}
      style={{ minWidth: 0, minHeight: 26, padding: '0 4px' }}
    />
  );
};
