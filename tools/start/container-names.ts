import { createHash } from 'node:crypto';

/** One of each for each checkout, so that two checkouts don't end each other's. */
const CHECKOUT = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 8);

export const API_CONTAINER = `slipway-api-${CHECKOUT}`;
export const TRAINING_CONTAINER = `slipway-training-${CHECKOUT}`;
