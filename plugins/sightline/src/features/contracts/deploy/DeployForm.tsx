import { makeStyles } from '@material-ui/core/styles';
import {
  ContractEnvironment,
  Pacticipant,
} from '@sightline/backstage-plugin-sightline-common';
import { FormEvent, useEffect, useState } from 'react';
import type { DeployQuestion } from '../../../api';
import { Button } from '../../../ui/Button';
import { Choice } from '../../../ui/Choice';
import { SuggestField } from '../../../ui/filter/SuggestField';
import { partyId } from '../pairKey';
import { DeployDraft, questionOf } from './deployQuestion';
import { usePacticipants, useVersions } from './useSuggestions';

const useStyles = makeStyles(theme => ({
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.75, 1),
    fontSize: 14,
    color: theme.palette.text.primary,
  },
  // A word and the field behind it stay together where the line ends.
  part: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    minWidth: 0,
    [theme.breakpoints.down('xs')]: { flex: '1 1 auto' },
  },
  // Nothing moves when the environments come.
  place: { display: 'inline-grid', minWidth: 124 },
}));

type DeployFormProps = {
  /** what a link has filled in */
  draft: DeployDraft;
  /** undefined: on their way */
  environments?: ContractEnvironment[];
  /** the names to choose from, where they are given; otherwise those of all brokers */
  names?: Pacticipant[];
  onAsk: (question: DeployQuestion) => void;
};

/** Where people ask about, when they do not say where. */
const usual = (environments: ContractEnvironment[] = []) =>
  (environments.find(({ production }) => production) ?? environments[0])?.name;

/** The ways to name an environment, each once though several brokers have it. */
const optionsOf = (environments?: ContractEnvironment[], chosen?: string) => {
  const titles = new Map(
    environments?.map(({ name, displayName }) => [name, displayName]),
  );
  if (chosen && !titles.has(chosen)) titles.set(chosen, chosen);
  const none = environments ? 'no environment known' : '…';
  return titles.size > 0 ? [...titles] : [['', none] as const];
};

/** "May I deploy X version V to E?", as a sentence to be filled in. */
export const DeployForm = (props: DeployFormProps) => {
  const { environments, names } = props;
  const classes = useStyles();
  const [typed, setTyped] = useTyped(props.draft);
  const draft: DeployDraft = {
    ...typed,
    pacticipant: typed.pacticipant ?? names?.[0]?.name,
    broker: typed.broker ?? names?.[0]?.broker,
    environment: typed.environment ?? usual(environments),
  };
  const question = questionOf(draft);
  const change = (part: DeployDraft) => setTyped({ ...draft, ...part });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (question) props.onAsk(question);
  };
  return (
    <form
      className={classes.form}
      aria-label="May I deploy?"
      onSubmit={onSubmit}
    >
      <span className={classes.part}>
        May I deploy
        {names ? (
          <OwnName names={names} draft={draft} onChange={change} />
        ) : (
          <NameField draft={draft} onChange={change} />
        )}
      </span>
      <span className={classes.part}>
        version
        <VersionField names={names} draft={draft} onChange={change} />
      </span>
      <span className={classes.part}>
        to
        <span className={classes.place}>
          <Choice
            label="Environment to deploy to"
            value={draft.environment ?? ''}
            options={optionsOf(environments, draft.environment)}
            onChange={environment => change({ environment })}
          />
        </span>
        ?
      </span>
      <Button
        type="submit"
        variant="contained"
        color="primary"
        disableElevation
        disabled={!question}
      >
        Ask
      </Button>
    </form>
  );
};

/** What a link or Back says is taken over; that a question was closed clears nothing. */
function useTyped(draft: DeployDraft) {
  const [typed, setTyped] = useState(draft);
  const said = JSON.stringify(draft);
  useEffect(() => {
    if (said !== '{}') setTyped(JSON.parse(said));
  }, [said]);
  return [typed, setTyped] as const;
}

type PartProps = {
  draft: DeployDraft;
  names?: Pacticipant[];
  onChange: (part: DeployDraft) => void;
};

const OwnName = ({ names = [], draft, onChange }: PartProps) =>
  names.length > 1 ? (
    <Choice
      label="Name on the broker"
      value={JSON.stringify([draft.broker, draft.pacticipant])}
      options={names.map(one => [partyId(one), one.name])}
      onChange={chosen => {
        const [broker, pacticipant] = JSON.parse(chosen);
        onChange({ broker, pacticipant, version: '' });
      }}
    />
  ) : (
    <strong>{draft.pacticipant}</strong>
  );

const NameField = ({ draft, onChange }: PartProps) => {
  const [isLooking, setLooking] = useState(false);
  const { pacticipant = '' } = draft;
  const found = usePacticipants(pacticipant, isLooking);
  const isOneBroker = new Set(found.map(({ broker }) => broker)).size < 2;
  return (
    <SuggestField
      label="Pacticipant"
      placeholder="name on the broker"
      width={190}
      value={pacticipant}
      suggestions={found.map(({ name, broker, service }) => ({
        value: name,
        broker,
        id: `${broker} ${name}`,
        note: isOneBroker ? noteOf(name, service?.name) : broker,
      }))}
      onLooking={setLooking}
      onChange={text => onChange({ pacticipant: text, broker: undefined })}
      // A version is one of a name: those of another would only stand in the way.
      onPick={({ value, broker }) =>
        onChange({ pacticipant: value, broker, version: '' })
      }
    />
  );
};

/** Only what the name does not say itself. */
const noteOf = (name: string, service?: string) =>
  service?.toLocaleLowerCase() === name.toLocaleLowerCase()
    ? undefined
    : service ?? 'no service';

const VersionField = ({ names, draft, onChange }: PartProps) => {
  const [isLooking, setLooking] = useState(false);
  const { pacticipant = '', broker, version = '' } = draft;
  const known = usePacticipants(pacticipant, isLooking && !names);
  const named = (names ?? known).find(
    one =>
      one.name === pacticipant &&
      (broker === undefined || one.broker === broker),
  );
  return (
    <SuggestField
      label="Version"
      placeholder="as it was published"
      width={170}
      value={version}
      suggestions={useVersions(named, isLooking)}
      onLooking={setLooking}
      onChange={text => onChange({ version: text })}
      onPick={({ value }) => onChange({ version: value })}
    />
  );
};
