// They would win over or mix with the credentials that are exported.
const inTheWay = ['AWS_PROFILE', 'AWS_SESSION_TOKEN'];

/** Lines for `eval` in a POSIX shell. */
export function shellExports(variables: Readonly<Record<string, string>>): string {
  const lines = Object.entries(variables).map(([name, value]) => `export ${name}=${quote(value)}`);
  return [`unset ${inTheWay.join(' ')}`, ...lines].join('\n');
}

/** Inside single quotes nothing is special but the quote itself. */
function quote(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}
