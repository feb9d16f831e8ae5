import type { Address, Call, Generation } from '../Truth.ts';
import { inGeneration, type Wording } from './generation.ts';
import { peerAttributes } from './peer.ts';

const OK = { code: 0, word: 'OK' };
const UNAVAILABLE = { code: 14, word: 'UNAVAILABLE' };

function rpc(options: {
  generation: Generation;
  call: Call;
  failed: boolean;
  scope: string;
}): Wording {
  const { generation, call, failed, scope } = options;
  const [service, method] = call.operation.split('/');
  const { code, word } = failed ? UNAVAILABLE : OK;
  return {
    scope,
    name: call.operation,
    errorType: failed ? word : undefined,
    attributes: inGeneration(generation, {
      old: {
        'rpc.system': 'grpc',
        'rpc.service': service,
        'rpc.method': method,
        'rpc.grpc.status_code': code,
      },
      new: {
        'rpc.system.name': 'grpc',
        // Since 1.39 the method carries its service, under the name it had before.
        'rpc.method': call.operation,
        'rpc.response.status_code': word,
      },
    }),
  };
}

export const rpcServer = (
  generation: Generation,
  call: Call,
  failed: boolean,
): Wording => rpc({ generation, call, failed, scope: 'grpc-server' });

export function rpcClient(options: {
  generation: Generation;
  call: Call;
  failed: boolean;
  address: Address;
}): Wording {
  const { generation, address } = options;
  const wording = rpc({ ...options, scope: 'grpc-client' });
  return {
    ...wording,
    attributes: {
      ...peerAttributes(generation, address),
      ...wording.attributes,
    },
  };
}
