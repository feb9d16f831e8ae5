/** Widths in em of a usual sans serif, for where there is no browser to measure. */
const widths: [letters: RegExp, em: number][] = [
  [/[iljtfr.,:;'|!()[\] ]/, 0.34],
  [/[mwMW@%]/, 0.9],
  [/[A-Z]/, 0.68],
  [/[-_/]/, 0.46],
];

const widthOf = (letter: string) =>
  widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.58;

/** Measures in the page's own font, without touching the page. */
const createMeasure = () => {
  const context =
    typeof OffscreenCanvas === 'undefined'
      ? undefined
      : new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) {
    return undefined;
  }
  const family = getComputedStyle(document.body).fontFamily || 'sans-serif';
  return (text: string, fontSize: number, weight: number) => {
    context.font = `${weight} ${fontSize}px ${family}`;
    return context.measureText(text).width;
  };
};

let measure: ReturnType<typeof createMeasure> | null = null;

/** How wide a text is, in px; about, where nothing can be measured. */
export function textWidth(
  text: string,
  fontSize: number,
  weight = 400,
): number {
  measure ??= createMeasure();
  return measure
    ? measure(text, fontSize, weight)
    : [...text].reduce((sum, letter) => sum + widthOf(letter), 0) *
        fontSize *
        (weight > 500 ? 1.06 : 1);
}

type FitOptions = { size: number; weight?: number; room: number };

/** Cuts a text so that it fits, and shows that it was cut. */
export function fitText(
  text: string,
  { size, weight, room }: FitOptions,
): string {
  if (textWidth(text, size, weight) <= room) {
    return text;
  }
  const letters = [...text];
  while (
    letters.length > 1 &&
    textWidth(`${letters.join('')}…`, size, weight) > room
  ) {
    letters.pop();
  }
  return `${letters.join('').trimEnd()}…`;
}
