const NESTED = String.raw`\$\((?:[^()]|\([^()]*\))*\)`;
const TOKEN = new RegExp(
  [
    String.raw`(?<comment>(?<=^|\s)#[^\n]*)`,
    String.raw`(?<blank>[ \t]+|\\\n)`,
    String.raw`(?<end>\n|;|&&|\|\|?)`,
    String.raw`(?<redirect>\d?>>?|<)`,
    String.raw`'(?<single>[^']*)'`,
    String.raw`"(?<double>(?:\\.|${NESTED}|[^"\\])*)"`,
    String.raw`(?<plain>${NESTED}|[^\s;&|<>'"\\$]+|\$)`,
  ].join('|'),
  'gy',
);
const ASSIGNMENT = /^[A-Za-z_]\w*=/;

type Token = Readonly<Record<string, string | undefined>>;

/**
 * The commands of a shell script as words, each followed by those of its substitutions. Assignments and redirections are left
 * out; variables stay as they are written.
 * @throws Error for what is no list of commands: `&`, here documents, open quotes
 */
export function shellCommands(script: string): string[][] {
  const commands: Command[] = [new Command()];
  for (const token of tokens(script)) {
    if (token['end'] === undefined) commands.at(-1)?.take(token);
    else commands.push(new Command());
  }
  return commands.flatMap((command) => command.all());
}

function tokens(script: string): Token[] {
  const found = [...script.matchAll(TOKEN)];
  const read = found.reduce((length, [text]) => length + text.length, 0);
  if (read < script.length)
    throw new Error(`this is no list of commands: '${script.slice(read).split('\n')[0] ?? ''}'`);
  return found.map(({ groups = {} }) => groups);
}

class Command {
  readonly #words: string[] = [];
  readonly #inner: string[][] = [];
  #isInWord = false;
  #isTarget = false;

  take(token: Token): void {
    const { redirect, single, double, plain } = token;
    const text = single ?? double ?? plain;
    if (redirect !== undefined) this.#isTarget = true;
    else if (text !== undefined) this.#add(text, single === undefined);
    else if (this.#isInWord) this.#isInWord = this.#isTarget = false;
    if (redirect !== undefined) this.#isInWord = false;
  }

  #add(text: string, isRead: boolean): void {
    if (isRead) this.#inner.push(...substitutions(text));
    if (!this.#isTarget) this.#words.push(this.#isInWord ? `${this.#words.pop() ?? ''}${text}` : text);
    this.#isInWord = true;
  }

  all(): string[][] {
    const start = this.#words.findIndex((word) => !ASSIGNMENT.test(word));
    return start === -1 ? this.#inner : [this.#words.slice(start), ...this.#inner];
  }
}

function substitutions(text: string): string[][] {
  return [...text.matchAll(new RegExp(NESTED, 'g'))].flatMap(([script]) => shellCommands(script.slice(2, -1)));
}
