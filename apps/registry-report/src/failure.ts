import { Failure as CliFailure } from '@slipway/cli';
import type { InventoryFailureCode } from '@slipway/ecr-inventory';

/** What went wrong, for programs. `main.ts` alone maps these to exit codes. */
export type FailureCode = InventoryFailureCode | 'access-differs' | 'images-would-be-lost';

/** A failure of this CLI. */
export class Failure extends CliFailure<FailureCode> {}
