import { Refusal } from '../session/refusal.ts';
import { attributePath } from '../wire/attribute-path.ts';
import { text } from './attribute-readers.ts';
import type { DataSourceBehaviour } from './data-source-behaviour.ts';
import { regionDescriptions } from './region-descriptions.ts';

export const region: DataSourceBehaviour = {
  read: (cloud, config) => {
    const wanted = text(config, 'region') ?? text(config, 'name') ?? regionOfEndpoint(text(config, 'endpoint'));
    const name = wanted ?? cloud.region;
    const description = regionDescriptions[name];
    if (description === undefined) throw new Refusal(`invalid AWS Region: ${name}`, attributePath('region'));
    return { id: name, name, region: name, description, endpoint: endpointOf(name) };
  },
};

function endpointOf(name: string): string {
  return `ec2.${name}.amazonaws.com`;
}

function regionOfEndpoint(endpoint: string | undefined): string | undefined {
  if (endpoint === undefined) return undefined;
  const found = Object.keys(regionDescriptions).find((name) => endpointOf(name) === endpoint);
  if (found === undefined) throw new Refusal(`region not found for endpoint: ${endpoint}`, attributePath('endpoint'));
  return found;
}
