export type FacetOption = { value: string; label: string; count?: number };

export type Facet = {
  id: string;
  title: string;
  chosen: string[];
  /** undefined: on their way */
  options?: FacetOption[];
  /** "stands for every team below it" */
  hint?: string;
};

export type Toggle = { id: string; title: string; on: boolean };

/** What is chosen stays in the list even when the backend no longer counts it. */
export const optionsOf = ({ options = [], chosen }: Facet): FacetOption[] => {
  const counted = new Set(options.map(option => option.value));
  const lost = chosen
    .filter(value => !counted.has(value))
    .map(value => ({ value, label: value }));
  return [...lost, ...options];
};
