import { describe, expect, it } from '@jest/globals';
import { dockerfileBases } from './dockerfile-bases.ts';

describe('dockerfileBases', () => {
  it('names each image once, in order, and no stage', () => {
    const text = `
      # FROM comment:1
      FROM --platform=linux/amd64 debian:bookworm AS Build
      RUN --mount=type=bind,from=tools:2,target=/t make
      FROM build AS test
      FROM scratch
      COPY --from=build /a /a
      COPY --chown=1:1 --from=ghcr.io/astral-sh/uv:0.9 /uv /uv
      COPY --from=0 /b /b
      FROM debian:bookworm`;
    expect(dockerfileBases(text, {})).toEqual(['debian:bookworm', 'tools:2', 'ghcr.io/astral-sh/uv:0.9']);
  });

  it('replaces arguments as Docker does: given ones, then defaults', () => {
    const text = `
      ARG VERSION="3.11" FLAVOUR
      ARG BASE=python:\${VERSION}
      FROM \${BASE}\${FLAVOUR:+-$FLAVOUR}
      FROM \${OTHER:-alpine:3}
      FROM $BASE-slim`;
    expect(dockerfileBases(text, {})).toEqual(['python:3.11', 'alpine:3', 'python:3.11-slim']);
    expect(dockerfileBases(text, { BASE: 'x', FLAVOUR: 'y' })).toEqual(['x-y', 'alpine:3', 'x-slim']);
  });

  it('ignores arguments of a stage', () => {
    expect(dockerfileBases('FROM a\nARG B=x\nFROM ${B:-c}', { B: 'given' })).toEqual(['a', 'c']);
  });

  it('reads continued lines, and no here-documents', () => {
    const text =
      "FROM \\\n  # why\n  a \\\n  AS one\nRUN <<EOF sh\nFROM nothing\nEOF\nCOPY <<'X' /f\nFROM none\nX\nFROM b";
    expect(dockerfileBases(text, {})).toEqual(['a', 'b']);
  });
});
