/**
 * The followers in an order in which each comes after all that it follows: a list in a list, a signature of an SBOM.
 * Those that follow each other in a circle, and what follows them, are left out.
 * @param parents a follower to what it follows
 */
export function parentsFirst(parents: ReadonlyMap<number, readonly number[]>): number[] {
  const followersOf = reversed(parents);
  const waitingFor = new Map<number, number>();
  for (const [follower, followed] of parents) waitingFor.set(follower, followed.length);
  const ready = [...followersOf.keys()].filter((index) => !parents.has(index));
  const order: number[] = [];
  for (const settled of ready) {
    for (const follower of followersOf.get(settled) ?? []) {
      const left = (waitingFor.get(follower) ?? 0) - 1;
      waitingFor.set(follower, left);
      if (left > 0) continue;
      order.push(follower);
      ready.push(follower);
    }
  }
  return order;
}

function reversed(parents: ReadonlyMap<number, readonly number[]>): Map<number, number[]> {
  const followers = new Map<number, number[]>();
  for (const [follower, followed] of parents) {
    for (const parent of followed) {
      const known = followers.get(parent);
      if (known === undefined) followers.set(parent, [follower]);
      else known.push(follower);
    }
  }
  return followers;
}
