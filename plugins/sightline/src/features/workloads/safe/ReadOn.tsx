import { makeStyles } from '@material-ui/core/styles';
import { Link, useHref } from 'react-router-dom';
import { placeIn } from './placeIn';

const useStyles = makeStyles(theme => ({
  link: {
    color: 'inherit',
    textDecoration: 'underline',
    borderRadius: 2,
    whiteSpace: 'nowrap',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

type ReadOnProps = { url: string; about: string };

/** A page of this portal is opened in place, one outside beside it. */
export const ReadOn = ({ url, about }: ReadOnProps) => {
  const { link } = useStyles();
  const base = useHref('/');
  const place = placeIn({ origin: window.location.origin, base }, url);
  const shown = {
    className: link,
    'aria-label': `Read on: ${about}`,
    children: 'Read on',
  };
  switch (place.kind) {
    case 'inside':
      return <Link {...shown} to={place.path} />;
    case 'outside':
      return (
        <a {...shown} href={url} target="_blank" rel="noopener noreferrer">
          {shown.children}
        </a>
      );
    default:
      return null;
  }
};
