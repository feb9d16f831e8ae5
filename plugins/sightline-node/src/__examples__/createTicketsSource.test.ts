import { testSourceContract } from '../testUtils';
import { createTicketsSource } from './createTicketsSource';

testSourceContract({
  name: 'tickets',
  answer: () => ({ body: { open: [{ service: 'payments', urgent: true }] } }),
  create: world => createTicketsSource({ url: world.url, token: world.secret }),
});
