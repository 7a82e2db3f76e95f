import { expect, it } from '@jest/globals';
import { historyLine } from './history-line.ts';

// The left side is what BuildKit and the classic builder write.
it.each([
  ['COPY a /a # buildkit', 'COPY a /a'],
  ['RUN /bin/sh -c pip install x # buildkit', 'RUN pip install x'],
  ['RUN |2 TOKEN=abc NAME=a b /bin/sh -c pip install x # buildkit', 'RUN pip install x'],
  ['|1 TOKEN=abc /bin/sh -c make', 'RUN make'],
  ['RUN |1 TOKEN=abc /bin/bash -o pipefail -c make # buildkit', 'RUN /bin/bash -o pipefail -c make'],
  ['RUN |1 TOKEN=abc python -c 1 # buildkit', 'RUN (build arguments and command not shown)'],
  ['/bin/sh -c make', 'RUN make'],
  ['/bin/sh -c #(nop) ADD file:1234 in / ', 'ADD file:1234 in /'],
])('shows %j as %j', (text, line) => {
  expect(historyLine(text)).toBe(line);
});
