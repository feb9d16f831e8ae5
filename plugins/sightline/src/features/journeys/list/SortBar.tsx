import { ReactNode } from 'react';
import { JourneySort, journeySorts } from '../viewpoint';
import { figureTitles } from './figureTitles';
import { useHeadStyles } from './headStyles';

const meanings: Record<JourneySort, string> = {
  rate: 'sort by rate, most called first',
  duration: 'sort by duration, slowest first',
  errors: 'sort by errors, most failing first',
};

type SortBarProps = {
  sort: JourneySort;
  onSort: (sort: JourneySort) => void;
  /** "9 journeys" */
  children: ReactNode;
};

/** What the figures below mean, and a way to sort by each. */
export const SortBar = ({ sort, onSort, children }: SortBarProps) => {
  const classes = useHeadStyles();
  return (
    <div
      className={`${classes.head} ${classes.stays}`}
      role="group"
      aria-label="Sort"
    >
      <span role="status">{children}</span>
      {journeySorts.map(by => (
        <button
          key={by}
          type="button"
          className={classes.sort}
          aria-pressed={by === sort}
          aria-label={`${figureTitles[by]}: ${meanings[by]}`}
          title={meanings[by]}
          onClick={() => onSort(by)}
        >
          {figureTitles[by]}
          {by === sort && <span aria-hidden="true"> ↓</span>}
        </button>
      ))}
    </div>
  );
};
