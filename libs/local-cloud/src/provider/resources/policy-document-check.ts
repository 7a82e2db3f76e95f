import { checkTexts, type ConfigurationCheck } from './configuration-checks.ts';

/** The text at the dotted path is a JSON object, as the real provider wants policies. */
export function policyDocument(path: string): ConfigurationCheck {
  return checkTexts(path, (text, name) => {
    const document = text.trim();
    if (document === '') return `"${name}" is an empty string, which is not a valid JSON value`;
    const problem = formProblem(document) ?? syntaxProblem(document);
    return problem && `"${name}" contains an invalid JSON policy: ${problem}`;
  });
}

function formProblem(document: string): string | undefined {
  switch (document[0]) {
    case '{':
      return undefined;
    case '"':
      return `contains a JSON-encoded string, not a JSON-encoded object${hint(document)}`;
    case '[':
      return 'contains a JSON array, not a JSON object';
    default:
      return 'not a JSON object';
  }
}

function hint(document: string): string {
  if (document.endsWith('.json"'))
    return ' (have you passed a JSON-encoded filename instead of the content of that file?)';
  return document.includes('{') ? ' (have you double-encoded your JSON data?)' : '';
}

function syntaxProblem(document: string): string | undefined {
  try {
    JSON.parse(document);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
