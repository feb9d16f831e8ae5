import {
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { Navigate } from 'react-router-dom';

/** The portal opens on the Fleet, at the one address the Fleet has. */
const home = PageBlueprint.make({
  name: 'home',
  params: {
    path: '/',
    loader: async () => <Navigate to="/sightline" replace />,
  },
});

export const homeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [home],
});
