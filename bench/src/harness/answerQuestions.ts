/** A question from the process that started this one. */
export type Question = { id: number; name: string };
export type Answer = { id: number; answer?: unknown; problem?: string };

/** In a server: what the benchmark may ask it while it runs. */
export const answerQuestions = (answers: Record<string, () => unknown>) => {
  process.on('message', async ({ id, name }: Question) => {
    const said: Answer = { id };
    try {
      said.answer = await answers[name]();
    } catch (error) {
      said.problem = `${error}`;
    }
    process.send!(said);
  });
};
