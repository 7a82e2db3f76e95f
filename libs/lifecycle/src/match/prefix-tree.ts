/** Values by the beginnings of texts: finds all that a text begins with, in the time of reading the text once. */
export class PrefixTree<Value> {
  readonly #root: Node<Value> = { values: [], next: new Map() };

  add(prefix: string, value: Value): void {
    let node = this.#root;
    for (let at = 0; at < prefix.length; at += 1) node = childOf(node, prefix.charCodeAt(at));
    node.values.push(value);
  }

  /** Calls `found` for the values of every prefix that `text` begins with, the shortest first. */
  find(text: string, found: (value: Value) => void): void {
    let node: Node<Value> | undefined = this.#root;
    for (let at = 0; node !== undefined; at += 1) {
      for (const value of node.values) found(value);
      node = at < text.length ? node.next.get(text.charCodeAt(at)) : undefined;
    }
  }
}

interface Node<Value> {
  readonly values: Value[];
  readonly next: Map<number, Node<Value>>;
}

function childOf<Value>({ next }: Node<Value>, code: number): Node<Value> {
  const known = next.get(code);
  if (known !== undefined) return known;
  const made: Node<Value> = { values: [], next: new Map() };
  next.set(code, made);
  return made;
}
