import { matching, type ConfigurationCheck, allChecks, lengthBetween, checkTexts } from '../configuration-checks.ts';

/** The bus of every account; the id of what is on it does not name it. */
export const DEFAULT_BUS = 'default';

/** The text is the name of a bus, or its ARN. */
export const busCheck: ConfigurationCheck = allChecks(
  lengthBetween('event_bus_name', [1, 1600]),
  matching('event_bus_name', { pattern: /^[/.\-_A-Za-z0-9:]+$/, rule: '' }),
);

/** The text at the path is the name of a rule or a target. */
export function eventsName(path: string): ConfigurationCheck {
  return checkTexts(path, (text, name) => {
    if (text.length > 64) return `"${name}" cannot be longer than 64 characters: "${text}"`;
    const pattern = '^[0-9A-Za-z_.-]+$';
    const isFine = new RegExp(pattern).test(text);
    return isFine ? undefined : `"${name}" doesn't comply with restrictions ("${pattern}"): "${text}"`;
  });
}
