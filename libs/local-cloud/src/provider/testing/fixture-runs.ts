import type { TerraformWorkspace, Variables } from './terraform-workspace.ts';
import type { TestCloud } from './test-cloud.ts';

/** A fixture folder in which Terraform may plan. */
export async function openedFixture(cloud: TestCloud, fixture: string): Promise<TerraformWorkspace> {
  const terraform = cloud.workspace(fixture);
  await terraform.must('init', '-no-color');
  return terraform;
}

export interface AppliedFixture {
  readonly account: string;
  readonly terraform: TerraformWorkspace;
}

/** A fixture folder that is applied in an account of its own. */
export async function appliedFixture(
  cloud: TestCloud,
  { fixture, variables = {} }: { readonly fixture: string; readonly variables?: Variables },
): Promise<AppliedFixture> {
  const account = cloud.freshAccount();
  const terraform = await openedFixture(cloud, fixture);
  await terraform.apply({ account, ...variables });
  return { account, terraform };
}

type Output = Readonly<Record<string, string | boolean>>;

/** The outputs of what was applied, which must all be resources. */
export async function outputsOf(terraform: TerraformWorkspace): Promise<Readonly<Record<string, Output>>> {
  const { stdout } = await terraform.must('output', '-json');
  const all = JSON.parse(stdout) as Readonly<Record<string, { readonly value: Output }>>;
  return Object.fromEntries(Object.entries(all).map(([name, { value }]) => [name, value]));
}
