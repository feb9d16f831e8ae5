/** Which of several accounts this is, and who is in it. */
export type Account = {
  /** of the source */
  id: string;
  title: string;
  /** as `pagerduty.com/account` names it; undefined: there is only one */
  name?: string;
  /** takes services that name no account */
  isDefault: boolean;
  /** groups whose people are on call by an escalation policy */
  teams: readonly { team: string; policy: string }[];
};
