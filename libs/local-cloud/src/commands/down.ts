import { downCloud } from '../down-cloud.ts';

export interface DownCommandOptions {
  readonly root: string;
  readonly purge?: boolean;
}

/** Ends the cloud and says what was running. */
export async function down({ root, purge }: DownCommandOptions): Promise<void> {
  const onWait = (): void => {
    console.error('another local-cloud command is at work here: waiting for it');
  };
  const ended = await downCloud({ root, purge, onWait });
  console.log(ended.length === 0 ? 'nothing was running' : `ended ${ended.join(', ')}`);
  if (purge === true) console.log(`removed ${root}`);
}
