import { parseEntityRef } from '@backstage/catalog-model';
import {
  DefaultApiClient,
  OnCallList,
  OnCallNow,
} from '@sightline/backstage-plugin-sightline-common';
import { Answers, checked, inWords, keyOf } from './Answers';
import type { OnCallApi } from './OnCallApi';

const pathOf = (ref: string) => {
  const { namespace, name } = parseEntityRef(ref);
  return { namespace, name };
};

type OnCallClientOptions = { http: DefaultApiClient; answers: Answers };

/** What the client asks about who is on call, and changes. */
export const onCallClient = ({
  http,
  answers,
}: OnCallClientOptions): OnCallApi => ({
  getOnCall: options =>
    answers.read<OnCallList>(
      keyOf('on-call'),
      how => http.getOnCall({}, how),
      options,
    ),
  getServiceOnCall: (service, options) => {
    const path = pathOf(service);
    return answers.read<OnCallNow>(
      keyOf('on-call/service', path),
      how => http.getServiceOnCall({ path }, how),
      options,
    );
  },
  getTeamOnCall: (team, options) => {
    const path = pathOf(team);
    return answers.read<OnCallNow>(
      keyOf('on-call/team', path),
      how => http.getTeamOnCall({ path }, how),
      options,
    );
  },
  makeOverride: (team, wanted) =>
    inWords(async () => {
      const path = pathOf(team);
      const reply = await http.postOnCallOverride({ path, body: wanted });
      const made = await (await checked(reply)).json();
      // Rows and dossiers name who is on call, too.
      answers.forget('');
      return made;
    }),
  endOverride: (team, id) =>
    inWords(async () => {
      const path = { ...pathOf(team), override: id };
      await checked(await http.deleteOnCallOverride({ path }));
      answers.forget('');
    }),
});
