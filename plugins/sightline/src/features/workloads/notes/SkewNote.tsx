import { makeStyles } from '@material-ui/core/styles';
import { VersionSkew } from '@sightline/backstage-plugin-sightline-common';
import { plural } from '../../../ui/figures';
import { StateBadge } from '../../../ui/state/StateBadge';
import { quiet } from '../../../ui/state/quiet';
import { Age } from '../../../ui/time/Age';

const useStyles = makeStyles(theme => ({
  note: {
    fontSize: 14,
    color: theme.palette.text.primary,
    overflowWrap: 'anywhere',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1),
  },
  versions: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(0, 2),
    margin: theme.spacing(0.5, 0, 0, 2.25),
    fontVariantNumeric: 'tabular-nums',
    '& dt': { fontWeight: 600 },
    '& dd': { margin: 0 },
  },
  quiet: { color: quiet(theme), fontSize: 13 },
}));

/** "5.2.8 in harbour-eu1; 5.1.44 in harbour-us1" */
const shortOf = ({ versions }: VersionSkew): string =>
  versions
    .map(({ version, clusters }) => `${version} in ${clusters.join(', ')}`)
    .join('; ');

type SkewNoteProps = {
  skew?: VersionSkew;
  /** one line, where there is little room */
  brief?: boolean;
};

/** The same service in several versions: which runs where, and since when. */
export const SkewNote = ({ skew, brief }: SkewNoteProps) => {
  const classes = useStyles();
  if (!skew) {
    return null;
  }
  return (
    <div className={classes.note}>
      <div className={classes.head}>
        <StateBadge
          kind="warn"
          word={plural(skew.versions.length, 'version')}
        />
        <span title={skew.words}>
          {brief ? shortOf(skew) : 'Not every cluster runs the same.'}
        </span>
      </div>
      {!brief && (
        <dl className={classes.versions} aria-label="Versions">
          {skew.versions.map(({ version, clusters, since }) => [
            <dt key={version}>{version}</dt>,
            <dd key={`${version} in`}>
              {clusters.join(', ')}
              {since && (
                <span className={classes.quiet}>
                  {' '}
                  · since <Age at={since} short />
                </span>
              )}
            </dd>,
          ])}
        </dl>
      )}
    </div>
  );
};
