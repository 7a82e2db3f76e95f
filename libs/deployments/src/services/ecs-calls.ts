import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  paginateListClusters,
  paginateListServices,
  paginateListTaskDefinitionFamilies,
  paginateListTasks,
} from '@aws-sdk/client-ecs';
import type { ECSClient } from '@aws-sdk/client-ecs';

/** ECS's most for one call (API reference: DescribeServices 10, DescribeTasks 100). */
const SERVICES_PER_CALL = 10;
const TASKS_PER_CALL = 100;

export interface AskingEcs {
  readonly client: ECSClient;
  readonly options: { readonly abortSignal: AbortSignal };
}

interface EcsImage {
  readonly reference: string;
  readonly digest?: string;
}

/** ARNs of the clusters, and the task definitions that services and their deployments use or that new tasks would. */
export async function definitionsInUse(
  asking: AskingEcs,
): Promise<{ clusters: readonly string[]; definitions: ReadonlySet<string> }> {
  const { client, options } = asking;
  const clusters: string[] = [];
  for await (const { clusterArns = [] } of paginateListClusters({ client }, {}, options)) clusters.push(...clusterArns);
  const definitions = new Set<string>();
  for (const cluster of clusters)
    for (const definition of await definitionsOfServices(asking, cluster)) definitions.add(definition);
  // A family's name stands for its newest active revision (DescribeTaskDefinition).
  for await (const { families = [] } of paginateListTaskDefinitionFamilies({ client }, { status: 'ACTIVE' }, options))
    for (const family of families) definitions.add(family);
  return { clusters, definitions };
}

async function definitionsOfServices({ client, options }: AskingEcs, cluster: string): Promise<string[]> {
  const arns: string[] = [];
  for await (const { serviceArns = [] } of paginateListServices({ client }, { cluster }, options))
    arns.push(...serviceArns);
  const found: (string | undefined)[] = [];
  for (const services of inGroups(arns, SERVICES_PER_CALL)) {
    const answer = await client.send(new DescribeServicesCommand({ cluster, services }), options);
    for (const { taskDefinition, deployments = [], taskSets = [] } of answer.services ?? [])
      found.push(taskDefinition, ...[...deployments, ...taskSets].map((each) => each.taskDefinition));
  }
  return found.filter((definition) => definition !== undefined);
}

/** Images of tasks that run, by digest where the agent has reported it. */
export async function imagesOfTasks({ client, options }: AskingEcs, clusters: readonly string[]): Promise<EcsImage[]> {
  const found: EcsImage[] = [];
  for (const cluster of clusters) {
    const arns: string[] = [];
    for await (const { taskArns = [] } of paginateListTasks({ client }, { cluster }, options)) arns.push(...taskArns);
    for (const tasks of inGroups(arns, TASKS_PER_CALL)) {
      const answer = await client.send(new DescribeTasksCommand({ cluster, tasks }), options);
      const containers = (answer.tasks ?? []).flatMap((task) => task.containers ?? []);
      found.push(...containers.flatMap(({ image, imageDigest }) => imageOf(image, imageDigest)));
    }
  }
  return found;
}

/** Images that task definitions name, each definition by its ARN or family. */
export async function imagesOfDefinitions(
  { client, options }: AskingEcs,
  definitions: readonly string[],
): Promise<EcsImage[]> {
  const found: EcsImage[] = [];
  for (const taskDefinition of definitions) {
    const answer = await client.send(new DescribeTaskDefinitionCommand({ taskDefinition }), options);
    found.push(...(answer.taskDefinition?.containerDefinitions ?? []).flatMap(({ image }) => imageOf(image)));
  }
  return found;
}

function imageOf(reference: string | undefined, digest?: string): EcsImage[] {
  if (reference === undefined) return [];
  return [{ reference, ...(digest === undefined ? {} : { digest }) }];
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, group) =>
    items.slice(group * size, (group + 1) * size),
  );
}
