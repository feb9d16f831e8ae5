import { BrokerMirror, keyOf } from './BrokerMirror';

/** In which environments a version is. */
export type Places = (pacticipant: string, version: string) => string[];

/** Mirrors never change, so what was looked up once is kept for all who ask. */
const known = new WeakMap<BrokerMirror, Places>();

export const placesOf = (mirror: BrokerMirror): Places => {
  const before = known.get(mirror);
  if (before) return before;
  const places = findPlaces(mirror);
  known.set(mirror, places);
  return places;
};

const findPlaces = (mirror: BrokerMirror): Places => {
  const found = new Map<string, string[]>();
  for (const { pacticipant, version, environment } of mirror.inEnvironments) {
    const key = keyOf(pacticipant, version.number);
    const before = found.get(key) ?? [];
    if (!before.includes(environment)) found.set(key, [...before, environment]);
  }
  return (pacticipant, version) => found.get(keyOf(pacticipant, version)) ?? [];
};
