import { makeStyles } from '@material-ui/core/styles';
import { Journey } from '@sightline/backstage-plugin-sightline-common';
import { Button } from '../../../ui/Button';
import { CopyButton } from '../../../ui/CopyButton';
import { download } from '../../../ui/download';
import { KeyMeaning, KeyboardHelp } from '../../../ui/keys/KeyboardHelp';
import { journeyCsv } from './journeyCsv';
import { journeyName } from './journeyWords';

const useStyles = makeStyles({
  tools: { display: 'flex', alignItems: 'center', gap: 4, flexWrap: 'wrap' },
});

const keys: KeyMeaning[] = [
  ['/', 'go to the filter'],
  ['j  ↓', 'next journey or hop'],
  ['k  ↑', 'journey or hop before'],
  ['→', 'unfold the hop, then go in'],
  ['←', 'fold the hop, then go out'],
  ['Space', 'fold or unfold the hop'],
  ['Home  End', 'first, last'],
  ['Enter', 'open the journey, or the page of who is called'],
  ['Ctrl Enter', 'the same in a new tab'],
  ['Tab', 'into the links of the hop'],
  ['?', 'this list'],
];

/** "edge-gateway POST /api/orders" → "journey-edge-gateway-post-api-orders" */
const fileName = (journey: Journey): string =>
  `journey ${journeyName(journey)}`
    .toLocaleLowerCase('en')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** What can be done with one journey as a whole. */
export const JourneyTools = ({ journey }: { journey?: Journey }) => {
  const classes = useStyles();
  const save = (type: 'csv' | 'json') => {
    if (!journey) {
      return;
    }
    const [text, mime] =
      type === 'csv'
        ? [journeyCsv(journey), 'text/csv']
        : [JSON.stringify(journey, null, 2), 'application/json'];
    download(new Blob([text], { type: mime }), `${fileName(journey)}.${type}`);
  };
  return (
    <div className={classes.tools}>
      <Button
        disabled={!journey}
        title="One line a hop"
        onClick={() => save('csv')}
      >
        CSV
      </Button>
      <Button
        disabled={!journey}
        title="All that is known of it"
        onClick={() => save('json')}
      >
        JSON
      </Button>
      <CopyButton
        label="Copy link"
        text={() => window.location.href}
        otherwise="Copy it from the address bar"
      />
      <KeyboardHelp keys={keys} />
    </div>
  );
};
