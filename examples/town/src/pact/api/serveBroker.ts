import { listenHere, type Served } from '../../serving/listenHere.ts';
import type { Broker } from '../model/Broker.ts';
import { answerAsBroker } from './answerAsBroker.ts';

const READING = ['GET', 'HEAD'];

/** Answers as a Pact Broker would, to whoever reads; nobody can change anything. */
export const serveBroker = (options: {
  port: number;
  broker: Broker;
}): Promise<Served> => {
  const { port, broker } = options;
  return listenHere({
    ...{ port, option: '--pact-port' },
    listener(request, response) {
      const { method = 'GET', url = '/', headers } = request;
      const origin = `http://${headers.host}`;
      const asked = URL.parse(url, 'http://here');
      if (!asked || !READING.includes(method)) {
        response.writeHead(asked ? 405 : 400).end();
        return;
      }
      const { status, ...answer } = answerAsBroker(broker, {
        ...{ path: asked.pathname, query: asked.searchParams, origin },
        accept: headers.accept ?? '*/*',
      });
      response.writeHead(status, answer.headers).end(answer.body);
    },
  });
};
