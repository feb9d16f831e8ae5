import { useHeadStyles } from './headStyles';
import { figureTitles } from './figureTitles';
import { journeySorts } from '../viewpoint';

/** What the figures of the rows below mean, where nothing is sorted. */
export const FigureHead = () => {
  const classes = useHeadStyles();
  return (
    <div className={classes.head} aria-hidden="true">
      <span />
      {journeySorts.map(by => (
        <span key={by} className={classes.title}>
          {figureTitles[by]}
        </span>
      ))}
    </div>
  );
};
