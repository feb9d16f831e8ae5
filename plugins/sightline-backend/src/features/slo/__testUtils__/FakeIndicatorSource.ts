import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import {
  IndicatorSource,
  Measured,
  MeasureQuestion,
  ok,
  Outcome,
} from '@sightline/backstage-plugin-sightline-node';
import { counted } from './objectives';

/** What a test says of a service's errors. */
export type Told = { errors: number } | Measured;

/** A monitoring system of which a test says what it knows, and how it feels. */
export const fakeIndicatorSource = (id = 'prometheus:main') => {
  const told = new Map<ServiceRef, Told>();
  const asked: (readonly MeasureQuestion[])[] = [];
  /** what comes of every question; left out: it answers */
  let trouble: Outcome<never> | undefined;
  let isSlow = false;
  let mute = new Set<ServiceRef>();
  let notes: string[] = [];

  const measuredOf = (service: ServiceRef): Measured => {
    const said = told.get(service) ?? { what: 'no-data' };
    return 'errors' in said ? counted(100_000, 100_000 * said.errors) : said;
  };

  const source: IndicatorSource = {
    id,
    title: 'Fake',
    measures: ({ by }) => by !== 'calls',
    async measure(questions, at) {
      asked.push(questions);
      if (isSlow) return new Promise(() => {});
      if (trouble) return trouble;
      const answers = questions
        .filter(({ service }) => !mute.has(service))
        .map(({ objective, service, windows }) => ({
          ...{ objective, at },
          windows: windows.map(window => ({
            ...{ window, measured: measuredOf(service) },
          })),
        }));
      return ok(answers, notes);
    },
  };
  return {
    source,
    asked,
    tell: (service: ServiceRef, said: Told) => {
      told.set(service, said);
    },
    ail: (outcome: Outcome<never> | undefined) => {
      trouble = outcome;
    },
    /** never comes to an end, whoever gives up waiting */
    stall: () => {
      isSlow = true;
    },
    /** says nothing about these, and a note instead */
    silence: (services: readonly ServiceRef[], note?: string) => {
      mute = new Set(services);
      notes = note === undefined ? [] : [note];
    },
  };
};
