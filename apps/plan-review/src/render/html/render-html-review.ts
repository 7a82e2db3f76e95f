import { createHash } from 'node:crypto';
import type { Review } from '@slipway/plan-review';
import { verdictWords } from '../change-words.ts';
import { escapeHtml } from './escape-html.ts';
import { findingHtml } from './finding-html.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import { stackHtml } from './stack-html.ts';

/** The whole review as one page that needs nothing else: its policy lets in its own style and script alone, by their hashes, and no network. */
export function renderHtmlReview(review: Review): string {
  const { verdict, commit, findings, stacks } = review;
  const title = `Plan review: ${verdictWords(verdict)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hash(PAGE_STYLE)}'; script-src '${hash(PAGE_SCRIPT)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<h1>${title}</h1>
${commit === undefined ? '' : `<p>For commit <code>${escapeHtml(commit)}</code>.</p>`}
<p hidden><label for="search">Search</label><input id="search" type="search" autocomplete="off"><output id="shown" for="search"></output></p>
<h2>Findings</h2>
${findings.length === 0 ? '<p>Nothing was found.</p>' : findings.map(findingHtml).join('\n')}
${stacks.map(stackHtml).join('\n')}
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
