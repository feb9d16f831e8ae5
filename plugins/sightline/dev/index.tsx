import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  AppRootElementBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { devPermissions } from './devPermissions';
import { sightlineApiRef } from '../src/api';
import sightlinePlugin from '../src';
import { ScenarioSwitch } from './ScenarioSwitch';
import { chosenScenario, scenarios } from './scenarios';
import { devCatalog } from './devCatalog';

/** No name: that way it replaces the plugin's own API. */
const fakes = createFrontendModule({
  pluginId: 'sightline',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: sightlineApiRef,
          deps: {},
          factory: () => scenarios[chosenScenario()](),
        }),
    }),
  ],
});

const tools = createFrontendModule({
  pluginId: 'app',
  extensions: [
    ApiBlueprint.make({
      name: 'permission',
      params: define =>
        define({
          api: permissionApiRef,
          deps: {},
          factory: () => devPermissions,
        }),
    }),
    AppRootElementBlueprint.make({
      name: 'scenario-switch',
      params: { element: <ScenarioSwitch /> },
    }),
  ],
});

createDevApp({ features: [sightlinePlugin, fakes, tools, ...devCatalog] });
