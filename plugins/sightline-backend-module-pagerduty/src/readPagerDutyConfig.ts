import { RootConfigService } from '@backstage/backend-plugin-api';
import {
  address,
  header,
  readSection,
} from '@sightline/backstage-plugin-sightline-node/config';
import { z } from 'zod';
import { AccountServer } from './client/createAccountClient';
import { Account } from './source/engine/Account';

export type AccountConfig = Account & { server: AccountServer };

const oauth = z.object({
  clientId: z.string().min(1, 'it must not be empty'),
  clientSecret: z.string().min(1, 'it must not be empty'),
  subDomain: z.string().regex(/^[\w-]+$/, 'it must be the part before the dot'),
  region: z.string().regex(/^\w+$/, 'it must be us or eu').default('us'),
});

// The section is another plugin's: what we do not know of it is not ours to refuse.
const credentials = z.object({
  apiBaseUrl: address({ credentials: 'apiToken' }).optional(),
  apiToken: header.optional(),
  oauth: oauth.optional(),
});

const account = credentials
  .extend({
    id: z.string().min(1, 'it must not be empty'),
    isDefault: z.boolean().default(false),
  })
  .refine(({ apiToken, oauth: app }) => apiToken !== undefined || app, {
    error: 'it needs an apiToken, or oauth',
  });

const theirs = credentials.extend({ accounts: z.array(account).optional() });

const ref = z.string().regex(/^(group:)?([\w.-]+\/)?[\w.-]+$/i, {
  error: 'it must name a group: payments, or group:default/payments',
});

const ours = z.strictObject({
  teams: z
    .array(
      z.strictObject({
        team: ref,
        escalationPolicy: z.string().regex(/^\w+$/, {
          error: 'it must be the id of an escalation policy: PABC123',
        }),
        account: z.string().optional(),
      }),
    )
    .default([]),
});

type Ours = z.infer<typeof ours>;

/** `payments` is `group:default/payments`, as refs of the catalog are. */
const groupRef = (said: string) => {
  const [name, namespace = 'default'] = said
    .toLocaleLowerCase('en-US')
    .replace(/^group:/, '')
    .split('/')
    .reverse();
  return `group:${namespace}/${name}`;
};

const serverOf = (read: z.infer<typeof credentials>): AccountServer => {
  const { apiBaseUrl, apiToken, oauth: app } = read;
  const inEurope = app?.region === 'eu' ? '.eu' : '';
  const url = apiBaseUrl ?? `https://api${inEurope}.pagerduty.com`;
  // As their plugin does it: a token comes before an app.
  return apiToken !== undefined || !app
    ? { url, token: apiToken ?? '' }
    : { url, app };
};

const slug = (id: string) =>
  id
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const several = (
  accounts: z.infer<typeof account>[],
  { teams }: Ours,
): AccountConfig[] => {
  const standard = accounts.find(one => one.isDefault)?.id;
  return accounts.map(one => {
    const isDefault = accounts.length === 1 || one.id === standard;
    return {
      id: `pagerduty:${slug(one.id)}`,
      ...{ title: `PagerDuty ${one.id}`, name: one.id, isDefault },
      teams: teams
        .filter(team =>
          team.account === undefined ? isDefault : team.account === one.id,
        )
        .map(toTeamPolicy),
      server: serverOf(one),
    };
  });
};

const toTeamPolicy = ({ team, escalationPolicy }: Ours['teams'][number]) => ({
  ...{ team: groupRef(team), policy: escalationPolicy },
});

const refuseTwins = (accounts: AccountConfig[]) => {
  const ids = accounts.map(({ id }) => id);
  const twin = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twin !== undefined) {
    throw new Error(
      `app-config is wrong:\n- pagerDuty.accounts: two of them are the source ${twin}`,
    );
  }
  return accounts;
};

/**
 * Reads `pagerDuty`, which is the section of PagerDuty's own plugin, so that nobody
 * sets anything up twice, and `sightline.pagerduty`. None where nothing opens doors.
 */
export const readPagerDutyConfig = (
  root: RootConfigService,
): AccountConfig[] => {
  const read = readSection(root, 'pagerDuty', theirs);
  const own = readSection(root, 'sightline.pagerduty', ours);
  if (read.accounts) return refuseTwins(several(read.accounts, own));
  if (read.apiToken === undefined && !read.oauth) return [];
  return [
    {
      ...{ id: 'pagerduty', title: 'PagerDuty', isDefault: true },
      teams: own.teams.map(toTeamPolicy),
      server: serverOf(read),
    },
  ];
};
