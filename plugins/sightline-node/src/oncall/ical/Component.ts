import { ContentLine, contentLines } from './contentLines';

/** A part of a calendar, with the parts within it: an event, a zone. */
export type Component = {
  /** `VEVENT` */
  name: string;
  line: number;
  properties: ContentLine[];
  parts: Component[];
};

/** What a calendar is made of, as far as somebody is interested in it. */
export type Calendar = {
  properties: ContentLine[];
  events: Component[];
  zones: Component[];
  /** events beyond the most that are read */
  beyond: number;
};

/** What is read; a firm's whole year has a few hundred. */
export const EVENTS_AT_MOST = 20_000;

/** Of one event; each change of an endless one may be listed. */
const PROPERTIES_AT_MOST = 5_000;

const DEPTH_AT_MOST = 8;

const component = ({ value, line }: ContentLine): Component => ({
  ...{ name: value.trim().toUpperCase(), line },
  ...{ properties: [], parts: [] },
});

/** Takes a calendar apart; parts within parts that nobody asks for are forgotten. */
export const readComponents = (text: string): Calendar => {
  const calendar: Calendar = {
    ...{ properties: [], events: [], zones: [], beyond: 0 },
  };
  const open: Component[] = [];
  const close = (done: Component) => {
    const outer = open.at(-1);
    if (done.name === 'VEVENT') {
      if (calendar.events.length < EVENTS_AT_MOST) calendar.events.push(done);
      else calendar.beyond += 1;
    } else if (done.name === 'VTIMEZONE') {
      calendar.zones.push(done);
    } else if (outer?.name === 'VTIMEZONE') {
      outer.parts.push(done);
    }
  };
  for (const property of contentLines(text)) {
    const inner = open.at(-1);
    if (property.name === 'BEGIN' && open.length < DEPTH_AT_MOST) {
      open.push(component(property));
    } else if (property.name === 'END') {
      const done = open.pop();
      if (done) close(done);
    } else if (!inner || inner.name === 'VCALENDAR') {
      calendar.properties.push(property);
    } else if (inner.properties.length < PROPERTIES_AT_MOST) {
      inner.properties.push(property);
    }
  }
  return calendar;
};

/** The first property of a name. */
export const propertyOf = (
  { properties }: Pick<Component, 'properties'>,
  name: string,
): ContentLine | undefined => properties.find(one => one.name === name);

/** The values of all properties of a name, with commas apart. */
export const valuesOf = (
  { properties }: Pick<Component, 'properties'>,
  name: string,
): ContentLine[] =>
  properties
    .filter(one => one.name === name)
    .flatMap(one => one.value.split(',').map(value => ({ ...one, value })));
