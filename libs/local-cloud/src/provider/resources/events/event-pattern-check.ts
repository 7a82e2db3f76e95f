import { parseJson } from '../../plan/normalize-json.ts';
import { allChecks, checkTexts, jsonDocumentOrEmpty, type ConfigurationCheck } from '../configuration-checks.ts';

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
const MOST_CHARACTERS = 4096;

/** The text is a JSON document of a length that EventBridge takes, spaces not counted. */
export function eventPattern(path: string): ConfigurationCheck {
  return allChecks(
    jsonDocumentOrEmpty(path),
    checkTexts(path, (text, name) => {
      const pattern = JSON.stringify(parseJson(text)) as string | undefined;
      if (pattern === undefined || pattern.length <= MOST_CHARACTERS) return undefined;
      return `"${name}" cannot be longer than ${MOST_CHARACTERS} characters: ${JSON.stringify(pattern)}`;
    }),
  );
}
