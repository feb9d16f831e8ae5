import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { NamesView } from './NamesView';
import { SourcesView } from './SourcesView';
import { useNames } from './useNames';
import { useSources } from './useSources';

const useStyles = makeStyles(theme => ({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.25),
    padding: theme.spacing(0, 3, 2),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(1, 1.5) },
  },
  tab: { textTransform: 'none', minWidth: 96 },
}));

const SourceList = () => <SourcesView {...useSources()} />;
const NameList = () => <NamesView {...useNames()} />;

const tabs = ['sources', 'names'] as const;

/** The sources at work, and the names they brought along; the URL says which of the two. */
export const SourcesPage = () => {
  const classes = useStyles();
  const [params, setParams] = useSearchParams();
  const tab = tabs.find(name => name === params.get('tab')) ?? 'sources';
  return (
    <div className={classes.page}>
      <Tabs
        value={tab}
        aria-label="Sources"
        indicatorColor="primary"
        onChange={(_event, next) =>
          setParams(next === 'sources' ? {} : { tab: next })
        }
      >
        <Tab
          className={classes.tab}
          value="sources"
          label="Sources"
          id="sources-tab"
          aria-controls="sources-panel"
        />
        <Tab
          className={classes.tab}
          value="names"
          label="Names"
          id="names-tab"
          aria-controls="names-panel"
        />
      </Tabs>
      <div
        role="tabpanel"
        id={`${tab}-panel`}
        aria-labelledby={`${tab}-tab`}
        style={{ display: 'contents' }}
      >
        {tab === 'names' ? <NameList /> : <SourceList />}
      </div>
    </div>
  );
};
