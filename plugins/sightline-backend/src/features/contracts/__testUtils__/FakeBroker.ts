import {
  BrokerVerdict,
  ContractBroker,
  ok,
  Outcome,
  PactContent,
  retry,
} from '@sightline/backstage-plugin-sightline-node';

type Question = Parameters<ContractBroker['canIDeploy']>[0];

/** A broker that says what a test says, and counts how often it was asked. */
export class FakeBroker implements ContractBroker {
  readonly id = 'pact:main';
  readonly webhookSecret = 'a-secret-of-enough-letters';
  asked: Question[] = [];
  verdict: BrokerVerdict = { says: 'yes', rows: [] };
  /** undefined: it hangs up */
  isAway = false;
  readonly contents = new Map<string, PactContent['interactions']>();

  async canIDeploy(question: Question): Promise<Outcome<BrokerVerdict>> {
    this.asked.push(question);
    return this.isAway ? away : ok(this.verdict);
  }

  async content(pact: {
    consumer: string;
    provider: string;
  }): Promise<Outcome<PactContent>> {
    const name = `${pact.consumer} ${pact.provider}`;
    const interactions = this.contents.get(name);
    return interactions ? ok({ contentId: name, interactions }) : away;
  }
}

const away = retry({ kind: 'cut-off', words: 'it hung up' });
