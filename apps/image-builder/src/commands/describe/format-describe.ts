import type { Block, Cell } from '@slipway/cli';
import { INPUTS_HASH_LABEL } from '@slipway/images';
import prettyBytes from 'pretty-bytes';
import { layerTable } from '../../layers/format-layers.ts';
import type { EnvironmentVariable, PlatformImage } from '../../layers/stored-image.ts';
import type { DescribeReport } from './describe-report.ts';

/** The image for people. */
export function formatDescribe(report: DescribeReport): Block[] {
  const { container, environment, platforms } = report;
  return [
    { kind: 'heading', text: `Image of ${container} in ${environment}` },
    facts([
      ['digest', { code: report.digest }],
      ['found by', report.chosenBy],
      ['repository', { code: report.uri }],
      ['region', report.region],
      ['tags', report.tags.length === 0 ? 'none known' : report.tags.map((code) => ({ code }))],
      ['pushed', report.pushedAt ?? 'not known'],
      ['last pull', report.lastPulledAt ?? 'none recorded'],
      ['type', { code: report.mediaType }],
    ]),
    ...referrers(report),
    ...platforms.flatMap(platformBlocks),
  ];
}

function facts(rows: readonly (readonly [string, Cell])[]): Block {
  return { kind: 'table', head: ['what', 'value'], rows };
}

function referrers({ referrers: all, attestations }: DescribeReport): Block[] {
  const rows: Cell[][] = [
    ...all.map(({ kind, artifactType, tag, digest }) => [kind, { code: artifactType ?? tag ?? '' }, { code: digest }]),
    ...attestations.map((digest) => ['attestation', 'in the index', { code: digest }]),
  ];
  if (rows.length === 0) return [{ kind: 'paragraph', text: 'Nothing refers to it: no SBOM, no signature.' }];
  return [{ kind: 'table', head: ['refers to it', 'type', 'digest'], rows }];
}

function platformBlocks(image: PlatformImage): Block[] {
  const { platform, digest, imageId, config, compressedBytes, layers } = image;
  const { labels } = config;
  return [
    { kind: 'heading', text: platform },
    facts([
      ['digest', { code: digest }],
      ['image id', { code: imageId }],
      ['size', `${prettyBytes(compressedBytes)} compressed, ${layers.length} layers`],
      ['commit', shown(labels['org.opencontainers.image.revision'])],
      ['source', shown(labels['org.opencontainers.image.source'])],
      ['inputs', shown(labels[INPUTS_HASH_LABEL])],
      ['created', config.created ?? 'not said'],
      ['user', config.user === undefined || config.user === '' ? 'root (none is set)' : config.user],
      ['entrypoint', { code: JSON.stringify(config.entrypoint) }],
      ['command', { code: JSON.stringify(config.command) }],
      ['folder', shown(config.workingDirectory)],
      ['ports', config.ports.join(', ')],
      ['volumes', config.volumes.join(', ')],
      ['environment', config.environment.map((variable) => ({ code: variableText(variable) }))],
      ['labels', Object.entries(labels).map(([name, value]) => ({ code: `${name}=${value}` }))],
    ]),
    layerTable(layers),
  ];
}

function shown(text: string | undefined): Cell {
  return text === undefined || text === '' ? 'not said' : { code: text };
}

function variableText({ name, value }: EnvironmentVariable): string {
  return value === undefined ? `${name} (not shown: it looks secret)` : `${name}=${value}`;
}
