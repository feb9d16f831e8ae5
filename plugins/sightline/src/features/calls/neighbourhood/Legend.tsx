import { useStateColours } from '../../../ui/state/useStateColours';
import { useNeighbourStyles } from './neighbourStyles';

/** How to read the lines, and what is not drawn. */
export const Legend = ({ rest }: { rest: string }) => {
  const classes = useNeighbourStyles();
  const { warn, bad } = useStateColours();
  return (
    <div className={classes.legend}>
      <span>
        <svg width="26" height="16" aria-hidden="true">
          <path d="M0 5H26" stroke="currentColor" strokeWidth="1.3" />
          <path d="M0 12H26" stroke="currentColor" strokeWidth="5" />
        </svg>
        few and many calls
      </span>
      <span>
        <svg width="26" height="16" aria-hidden="true">
          <path d="M0 5H26" stroke={warn} strokeWidth="3" />
          <path d="M0 12H26" stroke={bad} strokeWidth="3" />
        </svg>
        1 % and 5 % fail
      </span>
      <span>
        <svg width="26" height="16" aria-hidden="true">
          <path
            d="M0 8H26"
            stroke="currentColor"
            strokeWidth="2"
            strokeDasharray="6 5"
          />
        </svg>
        nobody waits
      </span>
      {rest && <strong>{rest} not drawn.</strong>}
    </div>
  );
};
