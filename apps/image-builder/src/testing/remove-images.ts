import Docker from 'dockerode';

/** Removes what tests built, by a label. */
export async function removeImages(label: string): Promise<void> {
  const docker = new Docker();
  for (const { Id } of await docker.listImages({ filters: { label: [label] } }))
    await docker.getImage(Id).remove({ force: true });
}
