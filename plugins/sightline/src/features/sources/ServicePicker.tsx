import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import {
  Alias,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { useState } from 'react';
import { ServicesPage, sightlineApiRef, useAsk } from '../../api';
import type { FacetOption } from '../../ui/filter/Facet';
import { FacetList } from '../../ui/filter/FacetList';
import { percent } from '../../ui/figures';

const useStyles = makeStyles(theme => ({
  open: {
    maxWidth: '100%',
    minHeight: 24,
    font: 'inherit',
    color: 'inherit',
    textAlign: 'left',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    background: 'none',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 3,
    cursor: 'pointer',
    '&:disabled': { cursor: 'default', borderColor: 'transparent' },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

const shortName = (ref: ServiceRef): string => {
  const { namespace, name } = parseEntityRef(ref);
  return namespace === 'default' ? name : `${namespace}/${name}`;
};

type Found = {
  alias: Alias;
  onChoose: (service: ServiceRef) => void;
  chosen?: ServiceRef;
};

/** The candidates first, with their score; then whatever the fleet has under these words. */
const Choice = ({ alias, chosen, onChoose }: Found) => {
  const api = useApi(sightlineApiRef);
  const [words, setWords] = useState('');
  const found = useAsk<ServicesPage>(`pick ${words}`, options =>
    api.getServices({ q: words || undefined, limit: 20 }, options),
  );
  const candidates: FacetOption[] = alias.candidates.map(
    ({ service, score, reason }) => ({
      value: service,
      label: `${shortName(service)} · ${percent(score)}, ${reason}`,
    }),
  );
  const others = (found.value?.items ?? [])
    .filter(
      ({ ref }) => !alias.candidates.some(({ service }) => service === ref),
    )
    .map(({ ref }) => ({ value: ref, label: shortName(ref) }));
  return (
    <FacetList
      facet={{
        id: 'service',
        title: 'Services',
        chosen: chosen ? [chosen] : [],
        options: [...candidates, ...others],
        hint: 'Candidates first; type to find any other service.',
      }}
      onWords={setWords}
      onToggle={onChoose}
    />
  );
};

type ServicePickerProps = Found & { tabIndex?: number; disabled?: boolean };

/** What a name would be accepted for, to be changed by pressing it. */
export const ServicePicker = ({
  tabIndex,
  disabled,
  ...choice
}: ServicePickerProps) => {
  const classes = useStyles();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { alias, chosen, onChoose } = choice;
  const word = chosen ? shortName(chosen) : 'choose a service';
  return (
    <>
      <button
        type="button"
        className={classes.open}
        tabIndex={tabIndex}
        disabled={disabled}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        aria-label={`${alias.outside.name} stands for ${word}`}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {word} {disabled ? '' : '▾'}
      </button>
      {anchor && (
        <Popover
          open
          anchorEl={anchor}
          onClose={() => setAnchor(null)}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
          PaperProps={
            { role: 'dialog', 'aria-label': 'Choose a service' } as object
          }
        >
          <Choice
            {...choice}
            onChoose={service => {
              onChoose(service);
              setAnchor(null);
            }}
          />
        </Popover>
      )}
    </>
  );
};
