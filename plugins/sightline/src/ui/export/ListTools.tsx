import { makeStyles } from '@material-ui/core/styles';
import { Button } from '../Button';
import { CopyButton } from '../CopyButton';
import { KeyMeaning, KeyboardHelp } from '../keys/KeyboardHelp';
import { Download } from './useDownload';

const useStyles = makeStyles({
  tools: { display: 'flex', alignItems: 'center', gap: 4 },
});

type ListToolsProps = {
  csv: Download;
  /** what the file holds */
  csvTitle: string;
  keys: KeyMeaning[];
};

/** What can be done with a filtered list as a whole. */
export const ListTools = ({ csv, csvTitle, keys }: ListToolsProps) => (
  <div className={useStyles().tools}>
    <Button disabled={csv.busy} title={csvTitle} onClick={csv.onDownload}>
      {csv.busy ? 'Writing CSV…' : 'CSV'}
    </Button>
    <CopyButton
      label="Copy link"
      text={() => window.location.href}
      otherwise="Copy it from the address bar"
    />
    <KeyboardHelp keys={keys} />
  </div>
);
