import Popover from '@material-ui/core/Popover';
import { useState } from 'react';
import { Facet } from './Facet';
import { FacetList } from './FacetList';
import { Button } from '../Button';

type FacetMenuProps = { facet: Facet; onToggle: (value: string) => void };

/** One facet of a filter: says how many are chosen, opens to choose. */
export const FacetMenu = ({ facet, onToggle }: FacetMenuProps) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const chosen = facet.chosen.length;
  return (
    <>
      <Button
        variant="outlined"
        color={chosen ? 'primary' : 'default'}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        aria-label={`Filter by ${facet.title}${
          chosen ? `, ${chosen} chosen` : ''
        }`}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {facet.title}
        {chosen ? ` · ${chosen}` : ''} ▾
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={
          { role: 'dialog', 'aria-label': `Filter by ${facet.title}` } as object
        }
      >
        <FacetList facet={facet} onToggle={onToggle} />
      </Popover>
    </>
  );
};
