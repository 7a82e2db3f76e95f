import type { ListrTask } from 'listr2';
import { askForPrediction } from './ask-for-prediction.ts';
import { bringUpCloud } from './bring-up-cloud.ts';
import { checkMachine } from './check-machine.ts';
import { deployDev } from './deploy-dev.ts';
import { publishImages } from './publish-images.ts';
import { fetchData, trainModel } from './train-model.ts';
import type { Road } from './road.ts';
import { startApi } from './start-api.ts';

/** One step: it reports its progress line by line and changes the road. */
export type Step = (road: Road, report: (line: string) => void) => Promise<void>;

const ROAD: readonly (readonly [string, Step])[] = [
  ['check the machine', checkMachine],
  ['bring the local cloud up', bringUpCloud],
  ['deploy dev with Terraform', deployDev],
  ['build and push the images', publishImages],
  ['fetch the retail data', fetchData],
  ['train the model in its container', trainModel],
  ['start the API from the pushed digest', startApi],
  ['ask the API for a prediction', askForPrediction],
];

export const steps: ListrTask<Road>[] = ROAD.map(([title, step]) => ({
  title,
  rendererOptions: { persistentOutput: false },
  task: async (road, task) => {
    const start = performance.now();
    await step(road, (line) => {
      task.output = line;
    });
    const seconds = (performance.now() - start) / 1000;
    road.times.push({ step: title, seconds });
    task.title = `${title} (${seconds.toFixed(1)} s)`;
  },
}));
