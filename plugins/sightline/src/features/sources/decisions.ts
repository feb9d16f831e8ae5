import {
  Alias,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import type { AliasDecision } from '../../api';

export type Verb = AliasDecision['decision'];

/** The API takes so many at once; more go in several turns. */
const MOST_AT_ONCE = 500;

export type Chosen = ReadonlyMap<string, ServiceRef>;

/** The service a name would be accepted for: the reader's choice, else the best candidate. */
export const serviceFor = (
  alias: Alias,
  chosen: Chosen,
): ServiceRef | undefined =>
  chosen.get(alias.id) ?? alias.service ?? alias.candidates[0]?.service;

const isDecided = ({ state }: Alias) =>
  state === 'accepted' || state === 'rejected';

/** Names that a verb can be said about; the catalog's annotations win over everybody. */
export const decidable = (
  aliases: Alias[],
  verb: Verb,
  chosen: Chosen,
): Alias[] =>
  aliases.filter(alias => {
    if (alias.state === 'annotated') {
      return false;
    }
    if (verb === 'undo') {
      return isDecided(alias);
    }
    return verb === 'reject' || serviceFor(alias, chosen) !== undefined;
  });

export const decisionFor = (
  alias: Alias,
  verb: Verb,
  chosen: Chosen,
): AliasDecision =>
  verb === 'accept'
    ? { id: alias.id, decision: verb, service: serviceFor(alias, chosen) }
    : { id: alias.id, decision: verb };

/** How a name will look when the backend agrees, shown until it has spoken. */
export const expected = (alias: Alias, verb: Verb, chosen: Chosen): Alias => {
  if (verb === 'accept') {
    return { ...alias, state: 'accepted', service: serviceFor(alias, chosen) };
  }
  if (verb === 'reject') {
    return { ...alias, state: 'rejected', service: undefined };
  }
  const state = alias.candidates.length > 0 ? 'suggested' : 'unmatched';
  return { ...alias, state, service: undefined };
};

export const inTurns = <T>(all: T[]): T[][] =>
  all.length === 0
    ? []
    : [all.slice(0, MOST_AT_ONCE), ...inTurns(all.slice(MOST_AT_ONCE))];
