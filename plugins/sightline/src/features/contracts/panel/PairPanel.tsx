import { Pacticipant } from '@sightline/backstage-plugin-sightline-common';
import { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { DeployQuestion } from '../../../api';
import { useEntityHref } from '../../../ui/EntityLink';
import { Button } from '../../../ui/Button';
import { ContractBadge } from '../../../ui/contracts/ContractBadge';
import {
  ContractPair,
  gapWords,
  lookOf,
  pairWords,
} from '../../../ui/contracts/contractWords';
import { PanelFrame } from '../../../ui/panels/PanelFrame';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { usePanelStyles } from '../../../ui/panels/panelStyles';
import { Age } from '../../../ui/time/Age';
import { PacticipantName } from '../PacticipantName';
import type { PairKey } from '../contractsQuery';
import { isPair } from '../pairKey';
import { ContractsPageProps } from '../useContracts';

type PairPanelProps = ContractsPageProps & { look: PairKey };

/** All that is known of one pair, and where there is more. */
export const PairPanel = ({ look, matrix, onAsk, onClose }: PairPanelProps) => {
  const classes = usePanelStyles();
  const { value } = matrix;
  const pair = value?.pairs.find(one => isPair(one, look));
  return (
    <PanelFrame title={`${look.consumer} → ${look.provider}`} onClose={onClose}>
      {pair && value && (
        <PairFacts
          pair={pair}
          environment={value.environment}
          environments={value.environments}
          onAsk={onAsk}
        />
      )}
      {!value && (
        <p aria-busy="true">
          <SkeletonBlock width="70%" />
        </p>
      )}
      {value && !pair && (
        <p className={classes.words}>
          This pair is not among those shown: the filters leave it out, it is
          not in this environment, or it is gone.
        </p>
      )}
    </PanelFrame>
  );
};

type PairFactsProps = {
  pair: ContractPair;
  onAsk: (question: DeployQuestion) => void;
} & Pick<
  NonNullable<ContractsPageProps['matrix']['value']>,
  'environment' | 'environments'
>;

const PairFacts = ({ pair, environment, ...rest }: PairFactsProps) => {
  const classes = usePanelStyles();
  const look = lookOf(pair);
  const { verifiedAt, gap } = pair;
  const side = (party: Pacticipant, versions: string[]): ReactNode => (
    <>
      <PacticipantName of={party} />
      {versions.length > 0 && ` ${versions.join(' and ')}`}
    </>
  );
  const facts: [string, ReactNode][] = [
    ['Consumer', side(pair.consumer, pair.consumerVersions)],
    ['Provider', side(pair.provider, pair.providerVersions)],
    ['Checked', verifiedAt ? <Age key="age" at={verifiedAt} /> : 'never'],
    ['Looked at', environment ? environment.displayName : 'the newest pact'],
    ['Broker', pair.consumer.broker],
  ];
  return (
    <>
      <div className={classes.line}>
        <ContractBadge look={look} />
      </div>
      <p className={classes.words}>{pairWords[look].meaning}</p>
      {gap && look !== 'none' && (
        <p className={classes.words}>{gapWords[gap].meaning}</p>
      )}
      <dl className={classes.facts}>
        {facts
          .filter(([, fact]) => fact !== '')
          .map(([title, fact]) => [
            <dt key={title}>{title}</dt>,
            <dd key={`${title} fact`}>{fact}</dd>,
          ])}
      </dl>
      <Onward pair={pair} environment={environment} {...rest} />
    </>
  );
};

/** Where the pair is told of in full, and what one would ask next. */
const Onward = ({ pair, environment, environments, onAsk }: PairFactsProps) => {
  const classes = usePanelStyles();
  const href = useEntityHref();
  const { consumer, consumerVersions } = pair;
  const to =
    environment ??
    environments.find(({ production }) => production) ??
    environments[0];
  const [version] = consumerVersions;
  return (
    <>
      {version && to && (
        <Button
          variant="outlined"
          onClick={() =>
            onAsk({
              pacticipant: consumer.name,
              broker: consumer.broker,
              ...{ version, environment: to.name },
            })
          }
        >
          May {consumer.name} {version} go to {to.displayName}?
        </Button>
      )}
      {[pair.consumer, pair.provider].map(
        ({ service }) =>
          service && (
            <div key={service.ref} className={classes.line}>
              <Link
                className={classes.link}
                to={`${href(service.ref)}/contracts`}
              >
                All contracts of {service.name}
              </Link>
            </div>
          ),
      )}
    </>
  );
};
