import type { Address, Generation } from '../Truth.ts';
import { inGeneration, type Wording } from './generation.ts';
import { peerAttributes } from './peer.ts';

export type MessagingOperation = 'create' | 'send' | 'receive' | 'process';

/**
 * A span about one message. The old conventions (1.16) put the topic first in the
 * name and had a word only for what consumers do.
 */
export function message(options: {
  generation: Generation;
  operation: MessagingOperation;
  address: Address;
  failed: boolean;
  /** the consumer group, for those who read */
  group?: string;
  messageId: string;
}): Wording {
  const { generation, operation, address, failed, group, messageId } = options;
  const topic = address.of.slice('resource:'.length);
  const names = `${topic} ${operation}`;
  return {
    scope: 'messaging-kafka',
    name: generation === 'old' ? names : `${operation} ${topic}`,
    errorType: failed ? 'TimeoutException' : undefined,
    attributes: {
      ...peerAttributes(generation, address),
      ...inGeneration(generation, {
        both: { 'messaging.system': 'kafka' },
        old: {
          'messaging.destination': topic,
          'messaging.destination_kind': 'topic',
          'messaging.message_id': messageId,
          ...(group && {
            'messaging.operation': operation,
            'messaging.kafka.consumer_group': group,
          }),
        },
        new: {
          'messaging.destination.name': topic,
          'messaging.operation.type': operation,
          'messaging.operation.name': operation,
          'messaging.message.id': messageId,
          ...(group && { 'messaging.consumer.group.name': group }),
          ...(operation === 'receive' && {
            'messaging.batch.message_count': 1,
          }),
        },
      }),
    },
  };
}
