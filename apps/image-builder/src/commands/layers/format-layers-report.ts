import type { Block } from '@slipway/cli';
import prettyBytes from 'pretty-bytes';
import { bytesOf } from '../../layers/compare-layers.ts';
import type { LayerComparison } from '../../layers/compare-layers.ts';
import { layerTable } from '../../layers/format-layers.ts';
import type { Layer } from '../../layers/stored-image.ts';
import type { ImageLayers, LayersReport } from './layers-report.ts';

/** The layers for people: one image in full, or what differs between two. */
export function formatLayersReport({ container, environment, images, comparisons }: LayersReport): Block[] {
  const title: Block = { kind: 'heading', text: `Layers of ${container} in ${environment}` };
  if (comparisons === undefined) return [title, ...images.flatMap(imageBlocks)];
  return [title, { kind: 'list', items: images.map(nameOf) }, ...compared(comparisons)];
}

function nameOf({ digest, chosenBy }: ImageLayers): string {
  return `${digest} (${chosenBy})`;
}

function imageBlocks(image: ImageLayers): Block[] {
  return [
    { kind: 'paragraph', text: nameOf(image) },
    ...image.platforms.flatMap(({ platform, layers, layerBytes }): Block[] => [
      { kind: 'heading', text: `${platform}: ${prettyBytes(layerBytes)} in ${count(layers)}` },
      layerTable(layers),
    ]),
  ];
}

function compared(comparisons: readonly LayerComparison[]): Block[] {
  if (comparisons.length > 0) return comparisons.flatMap(comparisonBlocks);
  return [{ kind: 'paragraph', text: 'The two have no platform in common.' }];
}

function comparisonBlocks({ platform, shared, onlyBefore, onlyAfter, ...bytes }: LayerComparison): Block[] {
  const text =
    `From the first to the second: ${prettyBytes(bytes.pullBytes)} to pull, ` +
    `${prettyBytes(bytes.sharedBytes)} in ${count(shared)} stay.`;
  return [
    { kind: 'heading', text: platform },
    { kind: 'paragraph', text },
    ...part('In both', shared),
    ...part('Only in the first', onlyBefore),
    ...part('Only in the second', onlyAfter),
  ];
}

function part(title: string, layers: readonly Layer[]): Block[] {
  if (layers.length === 0) return [];
  return [{ kind: 'heading', text: `${title}: ${prettyBytes(bytesOf(layers))}` }, layerTable(layers)];
}

function count({ length }: readonly Layer[]): string {
  return `${length} ${length === 1 ? 'layer' : 'layers'}`;
}
