import { makeStyles } from '@material-ui/core/styles';
import { Contact } from '@sightline/backstage-plugin-sightline-common';
import {
  RiChat3Line,
  RiExternalLinkLine,
  RiMailLine,
  RiPhoneLine,
} from '@remixicon/react';
import { safeHref } from './safeHref';

const icons: Record<Contact['kind'], typeof RiMailLine> = {
  email: RiMailLine,
  chat: RiChat3Line,
  phone: RiPhoneLine,
  link: RiExternalLinkLine,
};

const verbs: Record<Contact['kind'], string> = {
  email: 'Mail to',
  chat: 'Chat with',
  phone: 'Call',
  link: 'Open',
};

const useStyles = makeStyles(theme => ({
  contact: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 5,
    minHeight: 24,
    // On a phone only the sign: a thumb needs room, and has it.
    [theme.breakpoints.down('xs')]: {
      minWidth: 32,
      justifyContent: 'center',
      '& > span': { display: 'none' },
    },
    maxWidth: '100%',
    color: 'inherit',
    textDecoration: 'underline',
    borderRadius: 2,
    overflowWrap: 'anywhere',
    '& svg': { flex: 'none' },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

type ContactLinksProps = {
  contacts: readonly Contact[];
  /** whose they are, for those who hear only the link */
  of: string;
};

/** The ways to reach somebody; one press each. */
export const ContactLinks = ({ contacts, of }: ContactLinksProps) => {
  const classes = useStyles();
  return (
    <>
      {contacts.map(({ kind, label, href }) => {
        const Icon = icons[kind];
        const to = safeHref(href);
        return to ? (
          <a
            key={`${kind} ${href}`}
            className={classes.contact}
            href={to}
            aria-label={`${verbs[kind]} ${of}: ${label}`}
            {...(kind === 'link' && { target: '_blank', rel: 'noopener' })}
          >
            <Icon size={15} aria-hidden="true" />
            <span>{label}</span>
          </a>
        ) : (
          <span key={`${kind} ${href}`}>{label}</span>
        );
      })}
    </>
  );
};
