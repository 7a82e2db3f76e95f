import type { CommitFacts } from './checkout/checkout.ts';
import { StackFailure } from './failure.ts';
import type { World } from './world.ts';

/** The commit of the checkout. @throws StackFailure `dirty-checkout` in CI, whose plans are of a commit that others can look at */
export async function requireClean({ checkout, isCi }: World): Promise<CommitFacts> {
  const facts = await checkout.commit();
  if (!facts.dirty || !isCi) return facts;
  throw new StackFailure({
    code: 'dirty-checkout',
    message: `files differ from the commit '${facts.commit}', and CI plans and deploys only what is committed`,
    fix: "see 'git status', and commit or ignore what it lists",
  });
}
