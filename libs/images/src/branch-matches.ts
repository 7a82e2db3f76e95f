/** Whether a branch is one of those that patterns name: the last one that matches decides, `!` takes out. */
export function branchMatches(branch: string, patterns: readonly string[]): boolean {
  const last = patterns.findLast((pattern) => matches(branch, pattern.replace(/^!/, '')));
  return last !== undefined && !last.startsWith('!');
}

/** `*` stands for any text, also for none. It takes a time that grows with the lengths, never faster. */
function matches(branch: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return branch === pattern;
  if (!branch.startsWith(first) || !branch.endsWith(last) || branch.length < first.length + last.length) return false;
  const end = branch.length - last.length;
  let from = first.length;
  for (const piece of others) {
    const at = branch.indexOf(piece, from);
    if (at < 0 || at + piece.length > end) return false;
    from = at + piece.length;
  }
  return true;
}
