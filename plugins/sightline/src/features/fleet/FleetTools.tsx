import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { KeyboardHelp, gridKeyMeanings } from '../../ui/keys/KeyboardHelp';
import { Csv } from './useCsv';
import { Button } from '../../ui/Button';

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    alignItems: 'center',
    gap: 4,
  },
});

function useCopyLink() {
  const [word, setWord] = useState('Copy link');
  const onCopy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setWord('Link copied');
    } catch {
      setWord('Copy it from the address bar');
    }
    setTimeout(() => setWord('Copy link'), 3_000);
  };
  return { word, onCopy };
}

/** What can be done with the filtered fleet as a whole. */
export const FleetTools = ({ csv }: { csv: Csv }) => {
  const classes = useStyles();
  const { word, onCopy } = useCopyLink();
  return (
    <div className={classes.tools}>
      <Button
        disabled={csv.busy}
        title="Every service the filter lets through"
        onClick={csv.onDownload}
      >
        {csv.busy ? 'Writing CSV…' : 'CSV'}
      </Button>
      <Button onClick={onCopy}>
        <span aria-live="polite">{word}</span>
      </Button>
      <KeyboardHelp keys={gridKeyMeanings} />
    </div>
  );
};
