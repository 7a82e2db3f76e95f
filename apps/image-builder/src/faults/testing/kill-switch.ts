/** Where a run dies: before its n-th effect is asked for, or once it has happened and before the answer arrives. */
export interface KillPoint {
  /** From 1. */
  readonly step: number;
  readonly moment: 'before' | 'after';
}

/** What stands between a run and the outside. */
export interface Steps {
  /** @param name such as `registry.addTag` */
  step<T>(name: string, effect: () => Promise<T>): Promise<T>;
}

/**
 * Ends a run as SIGKILL ends a process: from then on nothing it asks for happens, nothing is answered, and none of its `catch`
 * or `finally` runs. Without a point it only counts.
 */
export class KillSwitch implements Steps {
  /** What the run asked of the outside so far, such as `registry.addTag`. */
  readonly steps: string[] = [];
  /** Resolved when the run is dead. */
  readonly died: Promise<void>;
  readonly #point: KillPoint | undefined;
  #isDead = false;
  #tell: () => void = () => undefined;

  constructor(point?: KillPoint) {
    this.#point = point;
    this.died = new Promise((resolve) => {
      this.#tell = resolve;
    });
  }

  /** Lets one effect happen, unless the run is dead or dies here. */
  async step<T>(name: string, effect: () => Promise<T>): Promise<T> {
    if (this.#isDead) return never();
    this.steps.push(name);
    if (this.steps.length !== this.#point?.step) return this.#answer(await settle(effect));
    this.#isDead = this.#point.moment === 'before';
    if (!this.#isDead) await settle(effect);
    this.#isDead = true;
    this.#tell();
    return never();
  }

  /** What another effect of the run was under way to, when it died, arrives nowhere. */
  #answer<T>(settled: PromiseSettledResult<T>): Promise<T> {
    if (this.#isDead) return never();
    return settled.status === 'fulfilled' ? Promise.resolve(settled.value) : Promise.reject(settled.reason as Error);
  }
}

async function settle<T>(effect: () => Promise<T>): Promise<PromiseSettledResult<T>> {
  const [settled] = await Promise.allSettled([effect()]);
  return settled;
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}
