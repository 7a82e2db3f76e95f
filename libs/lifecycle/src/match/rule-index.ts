import type { RuleDocument, StorageClass, TagDocument } from '../model/policy-document.ts';
import { compilePattern, type TagTest } from './compile-pattern.ts';
import { PrefixTree } from './prefix-tree.ts';

/** One entry of a rule's tag list, as far as its beginning does not decide. */
interface Entry {
  readonly number: number;
  /** @default the beginning decides */
  readonly test?: TagTest;
}

interface IndexedRule {
  readonly storageClass: StorageClass;
  readonly tagStatus: TagDocument['tagStatus'];
  /** Numbers of the entries that must all match. */
  readonly entries: readonly number[];
}

/** The part of an image that identification asks for. */
export interface Identifiable {
  readonly tags: readonly string[];
  readonly storageClass?: StorageClass;
}

/**
 * Which rules identify an image, for all rules of a policy at once: each tag is read once, however many prefixes there are.
 * A hundred thousand images under fifty rules are ten million comparisons otherwise.
 */
export class RuleIndex {
  readonly #rules: readonly IndexedRule[];
  readonly #beginnings = new PrefixTree<Entry>();
  /** By entry: the number of the last image that it matched. */
  readonly #matched: Float64Array;
  #image = 0;

  constructor(rules: readonly RuleDocument[]) {
    let entries = 0;
    this.#rules = rules.map(({ selection }) => {
      const numbers = beginningsOf(selection).map(({ start, test }) => {
        this.#beginnings.add(start, { number: entries, ...(test === undefined ? {} : { test }) });
        return entries++;
      });
      return { storageClass: selection.storageClass ?? 'standard', tagStatus: selection.tagStatus, entries: numbers };
    });
    this.#matched = new Float64Array(entries);
  }

  /** Calls `identified` with the index of every rule that identifies the image, in the order of the rules. */
  identify({ tags, storageClass = 'standard' }: Identifiable, identified: (rule: number) => void): void {
    this.#image += 1;
    for (const tag of tags) this.#read(tag);
    // Not `entries()`: its pairs would be five million objects for a large inventory.
    for (let index = 0; index < this.#rules.length; index += 1) {
      const rule = this.#rules[index];
      if (rule?.storageClass === storageClass && this.#isAbout(rule, tags)) identified(index);
    }
  }

  #read(tag: string): void {
    this.#beginnings.find(tag, ({ number, test }) => {
      if (test === undefined || test(tag)) this.#matched[number] = this.#image;
    });
  }

  #isAbout({ tagStatus, entries }: IndexedRule, tags: readonly string[]): boolean {
    if (tagStatus === 'any') return true;
    if (tagStatus === 'untagged') return tags.length === 0;
    for (const entry of entries) if (this.#matched[entry] !== this.#image) return false;
    return entries.length > 0;
  }
}

function beginningsOf({ tagPrefixList, tagPatternList }: TagDocument): readonly { start: string; test?: TagTest }[] {
  if (tagPrefixList !== undefined) return tagPrefixList.map((start) => ({ start }));
  return (tagPatternList ?? []).map((pattern) => {
    const [start = ''] = pattern.split('*', 1);
    return pattern === `${start}*` ? { start } : { start, test: compilePattern(pattern) };
  });
}
