export interface Config {
  /** As PagerDuty's own plugin for Backstage has it: what is set for that one holds here. */
  pagerDuty?: {
    /** Where the API is. Default: `https://api.pagerduty.com`; in the EU `https://api.eu.pagerduty.com`. */
    apiBaseUrl?: string;
    /**
     * A key of the REST API; one that may only read is enough.
     * @visibility secret
     */
    apiToken?: string;
    /**
     * A scoped OAuth app, instead of a key.
     * @deepVisibility secret
     */
    oauth?: {
      clientId: string;
      clientSecret: string;
      subDomain: string;
      /** `us` or `eu`. Default: `us`. */
      region?: string;
    };
    /**
     * Several accounts, instead of one. `pagerduty.com/account` names the account of a
     * service; one without belongs to the default.
     * @deepVisibility secret
     */
    accounts?: Array<{
      id: string;
      isDefault?: boolean;
      apiBaseUrl?: string;
      apiToken?: string;
      oauth?: {
        clientId: string;
        clientSecret: string;
        subDomain: string;
        region?: string;
      };
    }>;
  };
  sightline?: {
    /** What PagerDuty's own settings have no place for. */
    pagerduty?: {
      /** Escalation policies of whole teams. Default: none; services have theirs by annotation. */
      teams?: Array<{
        /** The group, as in the catalog: `payments`, `group:default/payments`. */
        team: string;
        /** Id of the escalation policy, from its address in PagerDuty: `PABC123`. */
        escalationPolicy: string;
        /** Where there are several accounts. Default: the default one. */
        account?: string;
      }>;
    };
  };
}
