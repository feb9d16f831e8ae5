import { makeStyles } from '@material-ui/core/styles';
import { Link } from 'react-router-dom';
import { sourcesRouteRef } from '../../../routes';
import { useKnownRoute } from '../../../ui/useKnownRoute';

const useStyles = makeStyles(theme => ({
  link: {
    color: 'inherit',
    textDecoration: 'underline',
    borderRadius: 2,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

/** The source that counts; the Sources page says how it feels. */
export const MeasuredBy = ({ source }: { source: string }) => {
  const classes = useStyles();
  const sources = useKnownRoute(sourcesRouteRef);
  const words =
    source === 'calls' ? 'its own calls, as traces show them' : source;
  return sources ? (
    <>
      {words} (
      <Link className={classes.link} to={sources()}>
        Sources
      </Link>
      )
    </>
  ) : (
    <>{words}</>
  );
};
