/** Measurements of one thing by one contender. */
export interface Spread {
  readonly least: number;
  readonly most: number;
}

/** Keeps the least and the most of several measurements, by name. */
export class Spreads {
  readonly #spreads = new Map<string, Spread>();

  take(name: string, value: number): void {
    const { least, most } = this.#spreads.get(name) ?? { least: Infinity, most: -Infinity };
    this.#spreads.set(name, { least: Math.min(least, value), most: Math.max(most, value) });
    process.stderr.write(`  ${name}: ${value.toPrecision(4)}\n`);
  }

  of(name: string): Spread {
    const spread = this.#spreads.get(name);
    if (spread === undefined) throw new Error(`nothing was measured as "${name}"`);
    return spread;
  }
}
