/** Everything a broker of contracts knows. Moments are milliseconds since 1970. */
export type Broker = {
  pacticipants: Pacticipant[];
  versions: Version[];
  pacts: Pact[];
  environments: Environment[];
  deployed: Deployed[];
};

export type Pacticipant = { name: string; createdMs: number };

export type Version = {
  pacticipant: string;
  number: string;
  createdMs: number;
};

/** What a version of a consumer expects of a provider. */
export type Pact = {
  consumer: string;
  version: string;
  provider: string;
  createdMs: number;
  content: PactContent;
  /** names the content: the same content has the same name */
  sha: string;
  /** oldest first */
  verifications: Verification[];
};

export type PactContent = {
  interactions?: object[];
  messages?: object[];
  metadata: object;
};

/** Somebody checked a version of the provider against a pact. */
export type Verification = {
  number: number;
  providerVersion: string;
  success: boolean;
  atMs: number;
  /** what was found, as whoever checked wrote it down */
  testResults: object[];
};

export type Environment = {
  uuid: string;
  name: string;
  displayName: string;
  production: boolean;
  createdMs: number;
};

/** A version runs somewhere now. */
export type Deployed = {
  uuid: string;
  environment: string;
  pacticipant: string;
  version: string;
  /** where one of several runs beside the others */
  instance: string | null;
  createdMs: number;
};
