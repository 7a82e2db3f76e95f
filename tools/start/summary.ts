import { DescribeRepositoriesCommand, ECRClient, type Repository } from '@aws-sdk/client-ecr';
import { environments } from '@slipway/environments';
import Table from 'cli-table3';
import prettyBytes from 'pretty-bytes';
import { askByHand } from './ask-for-prediction.ts';
import { clientSettings } from './client-settings.ts';
import type { Road } from './road.ts';

/** What the road made: repositories, images, times and where to go from here. */
export async function summary(road: Road): Promise<string> {
  return [await repositories(road), images(road), times(road), links(road)].join('\n\n');
}

/** Without lines between the rows. */
function compactTable(...head: readonly string[]): Table.Table {
  const none = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };
  return new Table({ head: [...head], chars: none, style: { head: [], border: [] } });
}

async function repositories(road: Road): Promise<string> {
  const table = compactTable('repository', 'region', 'tags', 'url');
  for (const { region } of environments.dev.registries) {
    for (const { repositoryName = '', imageTagMutability = '', repositoryUri = '' } of await describe(road, region)) {
      table.push([repositoryName, region, imageTagMutability, repositoryUri]);
    }
  }
  return table.toString();
}

async function describe(road: Road, region: string): Promise<Repository[]> {
  const client = new ECRClient(clientSettings(road, region));
  const { repositories: found = [] } = await client.send(new DescribeRepositoriesCommand({}));
  return found;
}

function images(road: Road): string {
  const table = compactTable('image', 'tags', 'digest', 'compressed', 'uncompressed', 'push');
  for (const { container, tags, pushed, size } of road.images) {
    const names = tags.map(({ name }) => name).join(', ');
    table.push([container, names, pushed.digest, bytes(size.compressed), bytes(size.uncompressed), pushed.result]);
  }
  return table.toString();
}

function bytes(value: number | undefined): string {
  return value === undefined ? '' : prettyBytes(value);
}

function times({ times: steps }: Road): string {
  const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
  return [...steps, { step: 'together', seconds: total }]
    .map(({ step, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${step}`)
    .join('\n');
}

function links({ api = '', prediction }: Road): string {
  return [
    `prediction  ${JSON.stringify(prediction)}`,
    `ask again   ${askByHand(api)}`,
    `API         ${api}/docs`,
    'next        eval "$(npx local-cloud env)" && npx cdktf diff dev',
    'stop        npm stop',
  ].join('\n');
}
