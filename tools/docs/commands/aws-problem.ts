/** What the AWS CLI takes is what the API takes, in other letters (AWS CLI User Guide, "Command structure"). */
const CLIENTS: Readonly<Record<string, string>> = {
  ecr: '@aws-sdk/client-ecr',
  iam: '@aws-sdk/client-iam',
  kms: '@aws-sdk/client-kms',
  s3api: '@aws-sdk/client-s3',
  sts: '@aws-sdk/client-sts',
};
/** AWS CLI Command Reference, "Global options" and "Pagination"; those that a command of this repository may need. */
const EVERYWHERE = new Set(['query', 'output', 'profile', 'region', 'max-items'].map(plain));
/** Commands that the CLI makes of several calls, with their flags (AWS CLI Command Reference). */
const OWN: Readonly<Record<string, readonly string[]>> = {
  'ecr get-login-password': [],
  'eks update-kubeconfig': ['name', 'alias', 'rolearn'],
};
type ApiCommand = new (input: object) => { readonly schema: readonly unknown[] };

interface Input {
  readonly all: ReadonlySet<string>;
  readonly required: readonly string[];
}

/** What is wrong with the arguments of `aws`; `undefined` when the API has such an operation with such members. */
export async function awsProblem(args: readonly string[]): Promise<string | undefined> {
  const [service = '', operation = '', ...rest] = args;
  const name = `${service} ${operation}`;
  const input = await inputOf(service, operation);
  if (input === undefined) return `there is no 'aws ${name}'`;
  const flags = rest.filter((word) => word.startsWith('--')).map((word) => plain(word.slice(2)));
  const strange = flags.find((flag) => !input.all.has(flag) && !EVERYWHERE.has(flag));
  if (strange !== undefined) return `'aws ${name}' has no flag '${strange}'`;
  const missing = input.required.find((flag) => !flags.includes(flag));
  return missing === undefined ? undefined : `'aws ${name}' needs '${missing}'`;
}

async function inputOf(service: string, operation: string): Promise<Input | undefined> {
  const own = OWN[`${service} ${operation}`];
  if (own !== undefined) return { all: new Set(own), required: [] };
  const client = CLIENTS[service];
  if (client === undefined) return undefined;
  const commands = Object.entries((await import(client)) as Readonly<Record<string, unknown>>);
  const found = commands.find(([name]) => name.toLowerCase() === `${plain(operation)}command`);
  return found === undefined ? undefined : membersOf(found[1] as ApiCommand);
}

/** A structure of the SDK's schemas: kind, namespace, name, traits, members, their types, how many of them are required. */
function membersOf(command: ApiCommand): Input {
  const [, , , , input] = new command({}).schema;
  const [, , , , members, , required = 0] = (input as () => readonly unknown[])();
  const names = (members as readonly string[]).map(plain);
  return { all: new Set(names), required: names.slice(0, required as number) };
}

function plain(name: string): string {
  return name.replaceAll('-', '').toLowerCase();
}
