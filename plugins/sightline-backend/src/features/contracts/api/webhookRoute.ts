import { AuthenticationError } from '@backstage/errors';
import { createOpenApiRouter } from '../../../schema/openapi/generated';
import { Contracts } from '../Contracts';

type Router = Awaited<ReturnType<typeof createOpenApiRouter>>;

/**
 * Brokers have no token of Backstage's: the route is open to everybody, and who
 * does not show the secret of the broker is sent away. Nothing of the body is
 * used; what has happened is asked of the broker itself.
 */
export const addWebhookRoute = (
  router: Router,
  { told }: Pick<Contracts, 'told'>,
) => {
  router.post('/v1/contracts/webhook/:broker', async (request, response) => {
    const secret = request.headers['x-sightline-token'];
    const shown = typeof secret === 'string' ? secret : undefined;
    // A broker that is not there is answered as a wrong secret is.
    if (!told(request.params.broker, shown)) {
      throw new AuthenticationError(
        'The header x-sightline-token must carry the webhook secret of this broker',
      );
    }
    response.status(202).json({ status: 'asking' });
  });
};
