/** The first argument of `it`, `it.each(...)` and their like: a text that a comma and a function follow. */
const TITLE = /(?:\bit\(|\)\()\s*(?<quote>['"`])(?<title>(?:\\.|(?!\k<quote>).)*)\k<quote>,\s*(?:async )?\(/g;

/** The cases of a table of rules, whose titles are the severities and names of the rules. */
const CASE = /\[\s*'(?<title>(?:error|warning) [a-z-]+)',\s*[\w{]/g;

/** A test of pytest, whose title is the name of its function. */
const FUNCTION = /^def (?<title>test_\w+)\(/gm;

/** The titles of the tests in the text of a test file, as they are written: `%s` stands in those of tables. */
export function testTitles(text: string): string[] {
  return [TITLE, CASE, FUNCTION].flatMap((titles) =>
    [...text.matchAll(titles)].map(({ groups = {} }) => (groups['title'] ?? '').replaceAll(/\\(.)/g, '$1')),
  );
}
