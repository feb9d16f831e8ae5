import { HttpAuthService, LoggerService } from '@backstage/backend-plugin-api';
import { createOpenApiRouter } from '../../../../schema/openapi/generated';
import { Clock } from '../../../../platform/clock';
import { ServiceAccess } from '../../api/ServiceAccess';
import { BriefSources } from '../BriefSources';
import { createBrief } from '../createBrief';
import { authorizedBrief } from './AuthorizedBrief';
import { addBriefRoute } from './briefRoute';

/** What somebody needs who was just woken, over HTTP. */
export const addBriefApi = (
  router: Awaited<ReturnType<typeof createOpenApiRouter>>,
  options: {
    sources: BriefSources;
    access: ServiceAccess;
    clock: Clock;
    httpAuth: HttpAuthService;
    logger: LoggerService;
  },
) => {
  const { access, httpAuth } = options;
  const brief = authorizedBrief({ reader: createBrief(options), access });
  addBriefRoute(router, { brief, httpAuth });
};
