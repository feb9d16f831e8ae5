import {
  LookupMatch,
  ServiceLink,
} from '@sightline/backstage-plugin-sightline-common';
import {
  RiBookOpenLine,
  RiChat3Line,
  RiExternalLinkLine,
} from '@remixicon/react';
import { CopyButton } from '../../../ui/CopyButton';
import { briefText } from '../brief/briefText';
import type { Brief } from '../brief/composeBrief';
import { safeHref } from '../../../ui/oncall/safeHref';
import { useOpenedStyles } from './openedStyles';

type Way = { href: string; label: string; icon: typeof RiChat3Line };

type Ways = Pick<LookupMatch, 'runbook' | 'links'>;

const isChat = ({ type = '', title = '', url }: ServiceLink): boolean =>
  /chat|slack|teams|channel|mattermost|discord/i.test(
    `${type} ${title} ${url}`,
  );

const wayOf = (
  { url, title }: ServiceLink,
  icon: Way['icon'] = RiExternalLinkLine,
): Way[] => {
  const href = safeHref(url);
  return href ? [{ href, label: title ?? url, icon }] : [];
};

/** The runbook first, then where people talk. */
const urgentWays = ({ runbook, links }: Ways): Way[] => [
  ...(runbook ? wayOf({ url: runbook, title: 'Runbook' }, RiBookOpenLine) : []),
  ...links.filter(isChat).flatMap(link => wayOf(link, RiChat3Line)),
];

/** The rest, as the catalog has it. */
const otherWays = ({ runbook, links }: Ways): Way[] =>
  links
    .filter(link => !isChat(link) && link.url !== runbook)
    .flatMap(link => wayOf(link));

const WayLink = ({ href, label, icon: Icon }: Way) => {
  const classes = useOpenedStyles();
  return (
    <a className={classes.link} href={href} target="_blank" rel="noopener">
      <Icon size={15} aria-hidden="true" />
      {label}
    </a>
  );
};

/** Dashboards and the like: good to have once somebody is up. */
export const OtherLinks = ({ match }: { match: Ways }) => {
  const classes = useOpenedStyles();
  const ways = otherWays(match);
  return ways.length === 0 ? null : (
    <section className={classes.part} aria-label="Links">
      <div className={classes.links}>
        {ways.map(way => (
          <WayLink key={`${way.label} ${way.href}`} {...way} />
        ))}
      </div>
    </section>
  );
};

type LinksPartProps = { match: LookupMatch; brief?: Brief };

/** What to do, where to say so, and all of it as text. */
export const LinksPart = ({ match, brief }: LinksPartProps) => {
  const classes = useOpenedStyles();
  return (
    <div className={classes.links}>
      {urgentWays(match).map(way => (
        <WayLink key={`${way.label} ${way.href}`} {...way} />
      ))}
      {!match.runbook && (
        <span
          className={classes.quiet}
          title="catalog-info.yaml, metadata.annotations: sightline.dev/runbook"
        >
          No runbook: its catalog entry has no sightline.dev/runbook
        </span>
      )}
      <CopyButton
        label="Copy brief"
        disabled={!brief}
        text={() => (brief ? briefText({ match, brief }) : '')}
        otherwise="The browser does not allow it"
      />
    </div>
  );
};
