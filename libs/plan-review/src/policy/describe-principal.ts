/** A principal of a statement in words: `role ci of 111122223333`, `everyone`, `account 111122223333`, `service lambda.amazonaws.com`. */
export function describePrincipal(principal: string): string {
  const space = principal.indexOf(' ');
  const kind = principal.slice(0, space);
  const name = principal.slice(space + 1);
  if (name === '*') return kind === 'AWS' ? 'everyone' : `every ${kind.toLowerCase()} principal`;
  if (kind === 'Service') return `service ${name}`;
  if (kind === 'Federated') return `logins of ${name.replace(/^arn:[^:]*:iam::(\d+):\w+-provider\//, '')}`;
  return kind === 'AWS' ? awsPrincipal(name) : `${kind} ${name}`;
}

function awsPrincipal(name: string): string {
  if (/^\d{12}$/.test(name)) return `account ${name}`;
  const [, account, entity = ''] = /^arn:[^:]*:iam::(\d{12}):(.+)$/.exec(name) ?? [];
  if (account === undefined) return name;
  if (entity === 'root') return `account ${account}`;
  const slash = entity.indexOf('/');
  return slash < 0 ? name : `${entity.slice(0, slash)} ${entity.slice(slash + 1)} of ${account}`;
}
