import { makeStyles } from '@material-ui/core/styles';
import {
  ContainerImage,
  Workload,
} from '@sightline/backstage-plugin-sightline-common';
import { CopyButton } from '../../../ui/CopyButton';
import { plural } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { StateBadge } from '../../../ui/state/StateBadge';
import { useDetailStyles } from './detailStyles';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0 8px',
    minHeight: 30,
  },
});

/** What really runs: images as they are named, and the digests behind the names. */
export const ImagesCard = ({ workload }: { workload: Workload }) => {
  const classes = useDetailStyles();
  const { images } = workload;
  return (
    <Card title="Images" aside={plural(images.length, 'container')}>
      {images.length === 0 && <p style={{ margin: 0 }}>It names none.</p>}
      <ul className={classes.list} style={{ gap: 10 }}>
        {images.map(image => (
          <Image key={image.container} of={image} />
        ))}
      </ul>
    </Card>
  );
};

/** As many letters as tell two digests of a service apart. */
const shortOf = (digest: string) => digest.replace(/^(sha256:.{12}).*$/, '$1…');

const Image = ({ of }: { of: ContainerImage }) => {
  const classes = useDetailStyles();
  const { line } = useStyles();
  const { container, image, digests } = of;
  return (
    <li>
      <h3 className={classes.title}>{container}</h3>
      <div className={classes.code}>{image}</div>
      {digests.length > 1 && (
        <div>
          <StateBadge
            kind="warn"
            word={`${digests.length} different images behind one name`}
          />{' '}
          <span className={classes.quiet}>
            its pods do not all run the same
          </span>
        </div>
      )}
      {digests.map(digest => (
        <div key={digest} className={line}>
          <span className={`${classes.code} ${classes.quiet}`} title={digest}>
            {shortOf(digest)}
          </span>
          <CopyButton
            label="Copy"
            aria-label={`Copy the digest of ${container}: ${shortOf(digest)}`}
            text={() => digest}
            otherwise={digest}
          />
        </div>
      ))}
    </li>
  );
};
