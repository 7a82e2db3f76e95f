/** Keeps the least of several measurements of each thing: what other work on the machine adds is never negative. */
export class Least {
  readonly #values = new Map<string, number>();

  take(name: string, value: number): void {
    this.#values.set(name, Math.min(value, this.#values.get(name) ?? Infinity));
    process.stderr.write(`  ${name}: ${value.toFixed(2)}\n`);
  }

  of(name: string): number {
    const value = this.#values.get(name);
    if (value === undefined) throw new Error(`nothing was measured as '${name}'`);
    return value;
  }
}
