import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import Popover from '@material-ui/core/Popover';
import { useState } from 'react';
import { ServicesPage, sightlineApiRef, useAsk } from '../../api';
import { Button } from '../../ui/Button';
import { FacetList } from '../../ui/filter/FacetList';

/** `component:default/payments` → "payments"; whatever is no ref stays as it is. */
const shortName = (ref: string): string => {
  try {
    const { namespace, name } = parseEntityRef(ref);
    return namespace === 'default' ? name : `${namespace}/${name}`;
  } catch {
    return ref;
  }
};

type PassesThroughProps = {
  service?: string;
  onService: (service?: string) => void;
};

/** Only journeys that pass through one service. */
export const PassesThrough = ({ service, onService }: PassesThroughProps) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        variant="outlined"
        color={service ? 'primary' : 'default'}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {service ? `Through ${shortName(service)}` : 'Passes through'} ▾
      </Button>
      {service && (
        <Button
          aria-label={`No longer only through ${shortName(service)}`}
          style={{ minWidth: 30 }}
          onClick={() => onService(undefined)}
        >
          ✕
        </Button>
      )}
      {anchor && (
        <Popover
          open
          anchorEl={anchor}
          onClose={() => setAnchor(null)}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
          PaperProps={
            { role: 'dialog', 'aria-label': 'Passes through' } as object
          }
        >
          <Services
            service={service}
            onService={chosen => {
              onService(chosen === service ? undefined : chosen);
              setAnchor(null);
            }}
          />
        </Popover>
      )}
    </>
  );
};

const Services = ({ service, onService }: PassesThroughProps) => {
  const api = useApi(sightlineApiRef);
  const [words, setWords] = useState('');
  const { value } = useAsk<ServicesPage>(`through ${words}`, options =>
    api.getServices({ q: words || undefined, limit: 20 }, options),
  );
  return (
    <FacetList
      facet={{
        id: 'service',
        title: 'Services',
        chosen: service ? [service] : [],
        options: value?.items.map(({ ref, title }) => ({
          value: ref,
          label: title,
        })),
        hint: 'Type to find any service.',
      }}
      onWords={setWords}
      onToggle={onService}
    />
  );
};
