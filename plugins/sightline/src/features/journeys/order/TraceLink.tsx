import { RiExternalLinkLine } from '@remixicon/react';
import { makeStyles } from '@material-ui/core/styles';
import { TraceSample } from '@sightline/backstage-plugin-sightline-common';
import { CopyButton } from '../../../ui/CopyButton';

const useStyles = makeStyles(theme => ({
  trace: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    minHeight: 24,
    minWidth: 24,
    padding: '0 2px',
    font: 'inherit',
    fontSize: 12,
    fontFamily: 'monospace',
    color: theme.palette.text.primary,
    background: 'none',
    border: 0,
    borderRadius: 3,
    cursor: 'pointer',
    textDecoration: 'none',
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

type TraceLinkProps = {
  sample: TraceSample;
  /** what the trace is a sample of */
  of: string;
  tabIndex?: number;
  /** shows the beginning of its id too, where there is room */
  named?: boolean;
};

/** One trace to look at: in the reader's own tool, or its id to take there. */
export const TraceLink = (props: TraceLinkProps) => {
  const { sample, of, tabIndex, named = false } = props;
  const classes = useStyles();
  const short = named ? `${sample.traceId.slice(0, 8)} ` : '';
  if (sample.url && /^https?:/.test(sample.url)) {
    return (
      <a
        className={classes.trace}
        href={sample.url}
        target="_blank"
        rel="noopener noreferrer"
        tabIndex={tabIndex}
        aria-label={`${short}sample trace of ${of}, in a new tab`}
        title={`Trace ${sample.traceId}`}
      >
        {short}
        <RiExternalLinkLine size={14} aria-hidden="true" />
      </a>
    );
  }
  return (
    <CopyButton
      label={`${short}copy`}
      text={() => sample.traceId}
      otherwise="refused"
      className={classes.trace}
      style={{ minHeight: 24, minWidth: 24, padding: '0 2px', fontSize: 12 }}
      tabIndex={tabIndex}
      aria-label={`${short}copy the id of a sample trace of ${of}`}
      title={`Copy trace id ${sample.traceId}`}
    />
  );
};
