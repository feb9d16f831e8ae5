import { SchedulerService } from '@backstage/backend-plugin-api';

type Task = Parameters<SchedulerService['scheduleTask']>[0];

/** Takes tasks and runs them when the test says so, never by itself. */
export const createFakeScheduler = () => {
  const tasks = new Map<string, Task>();
  const triggered: string[] = [];
  const scheduler: SchedulerService = {
    scheduleTask: async task => {
      tasks.set(task.id, task);
    },
    triggerTask: async id => {
      triggered.push(id);
    },
    cancelTask: async () => {},
    createScheduledTaskRunner: schedule => ({
      run: async task => {
        tasks.set(task.id, { ...task, ...schedule });
      },
    }),
    getScheduledTasks: async () => [],
  };
  return {
    scheduler,
    tasks,
    /** tasks that somebody wanted before their time */
    triggered,
    /** one turn of a source, as the real scheduler would give it */
    async turn(sourceId: string, signal = new AbortController().signal) {
      const task = tasks.get(`sightline-source-${sourceId}`);
      if (!task) throw new Error(`${sourceId} is not scheduled`);
      await task.fn(signal);
    },
  };
};
