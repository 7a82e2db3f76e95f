/** What the user asked for. */
export interface Asked {
  /** Names on the command line. */
  readonly containers: readonly string[];
  readonly all: boolean;
  /** What is affected is looked for since this commit. @default Nx's own base */
  readonly base?: string;
}

/** Where the names of the containers come from. */
export type Choice =
  | { readonly from: 'command'; readonly names: readonly string[] }
  | { readonly from: 'catalog' }
  | { readonly from: 'changes'; readonly base?: string };

/** Names win, then `--all`; without either, what changed. No name comes twice. */
export function chooseContainers({ containers, all, base }: Asked): Choice {
  if (containers.length > 0) return { from: 'command', names: [...new Set(containers)] };
  if (all) return { from: 'catalog' };
  return { from: 'changes', ...(base === undefined ? {} : { base }) };
}
