import { StepFailure } from './step-failure.ts';
import type { Step } from './steps.ts';

/** The request that the original documents give as their example. */
const REQUEST = JSON.stringify({ features: { SPEND: 100.0, UNITS: 5.0, VISITS: 2.0 }, customer_id: 'c-1' });

/** Asks the API for one prediction. */
export const askForPrediction: Step = async (road, report) => {
  const response = await fetch(`${road.api ?? ''}/predict`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: REQUEST,
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  if (!response.ok)
    throw new StepFailure(`the API answered ${response.status} to a prediction\n${text}\nnext: ${road.api ?? ''}/docs`);
  road.prediction = JSON.parse(text);
  report(text);
};

/** The same question as a line for the shell. */
export function askByHand(api: string): string {
  return `curl -s ${api}/predict -H 'content-type: application/json' -d '${REQUEST}'`;
}
