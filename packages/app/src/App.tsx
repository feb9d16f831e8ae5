import { createApp } from '@backstage/frontend-defaults';
import { catalogGraphModule } from './catalogGraph';
import { homeModule } from './home';
import { navigationModule } from './navigation';
import { signInModule } from './signIn';
import { themeModule } from './theme';

/**
 * The portal. Plugins are discovered from this package's dependencies
 * (`app.packages: all` in app-config.yaml); only what makes it *our* portal
 * is listed here.
 */
export const app = createApp({
  features: [
    catalogGraphModule,
    homeModule,
    navigationModule,
    signInModule,
    themeModule,
  ],
});
