/** Names that were changed when the conventions became stable: one datastore, one name. */
const renamed: Record<string, string> = {
  mssql: 'microsoft.sql_server',
  dynamodb: 'aws.dynamodb',
  redshift: 'aws.redshift',
  cosmosdb: 'azure.cosmosdb',
  db2: 'ibm.db2',
  informix: 'ibm.informix',
  netezza: 'ibm.netezza',
  oracle: 'oracle.db',
  hanadb: 'sap.hana',
  maxdb: 'sap.maxdb',
  adabas: 'softwareag.adabas',
  h2: 'h2database',
  firebird: 'firebirdsql',
  spanner: 'gcp.spanner',
};

const defaultPorts: Record<string, string> = {
  postgresql: '5432',
  mysql: '3306',
  mariadb: '3306',
  redis: '6379',
  mongodb: '27017',
  cassandra: '9042',
  'microsoft.sql_server': '1433',
  'oracle.db': '1521',
  elasticsearch: '9200',
  memcached: '11211',
};

/** What a span says of its database's system, by its one name. @public */
export const databaseSystem = (said: string): string => {
  const system = said.toLowerCase();
  return renamed[system] ?? system;
};

/** A default port is said by some clients and left out by others, so it names nothing. */
export const isDefaultPort = (system: string, port: string): boolean =>
  port === '' || defaultPorts[system] === port;
