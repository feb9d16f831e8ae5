import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  block: {
    display: 'inline-block',
    borderRadius: 3,
    background: theme.palette.action.hover,
    verticalAlign: 'middle',
    maxWidth: '100%',
  },
}));

type SkeletonBlockProps = { width: number | string; height?: number };

/** A place kept free for what is on its way; still, because motion is no information. */
export const SkeletonBlock = ({ width, height = 12 }: SkeletonBlockProps) => (
  <span
    className={useStyles().block}
    style={{ width, height }}
    aria-hidden="true"
  />
);
