/** Where the portal finds the clusters of the town, and where they are told to go. */
const gate = process.env.SIGHTLINE_TOWN_KUBERNETES ?? '';

async function tell(method: 'PUT' | 'DELETE', cluster: string): Promise<void> {
  const answer = await fetch(`${gate}/gone/${cluster}`, { method });
  if (!answer.ok) throw new Error(`the gate answered ${answer.status}`);
}

/** From now on nobody gets an answer from it; what is being said is cut off. */
export const stopCluster = (cluster: string) => tell('PUT', cluster);

export const startCluster = (cluster: string) => tell('DELETE', cluster);
