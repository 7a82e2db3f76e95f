import { describe, expect, it } from '@jest/globals';
import { indexConfig, parsePipConfig, pipEnvironment } from './pip-settings.ts';

describe('parsePipConfig', () => {
  it('reads what holds for install, with continued values and comments', () => {
    const text = `
; comment
[global]
index-url = https://pypi.test/simple
extra_index_url =
    https://a.test/simple
    # not this
    https://b.test/simple
timeout: 60
[install]
timeout = 90
[list]
index-url = https://wrong.test
`;
    expect(parsePipConfig(text)).toEqual({
      'index-url': 'https://pypi.test/simple',
      'extra-index-url': 'https://a.test/simple\nhttps://b.test/simple',
      timeout: '90',
    });
  });
});

describe('pipEnvironment', () => {
  it('reads pip variables that are set', () => {
    const env = { PIP_INDEX_URL: 'https://e.test', PIP_DEFAULT_TIMEOUT: '5', PIP_PROXY: '', OTHER: 'x' };
    expect(pipEnvironment(env)).toEqual({ 'index-url': 'https://e.test', timeout: '5' });
  });
});

describe('indexConfig', () => {
  it('keeps what reaches an index, and no path of the host', () => {
    const settings = {
      'index-url': 'https://pypi.test/simple',
      'extra-index-url': 'https://a.test https://b.test',
      'find-links': '/opt/wheels https://links.test',
      cert: '/etc/ssl/ca.pem',
      'cache-dir': '/home/someone/.cache',
    };
    const text = indexConfig(settings) ?? '';
    expect(parsePipConfig(text)).toEqual({
      'index-url': 'https://pypi.test/simple',
      'extra-index-url': 'https://a.test\nhttps://b.test',
      'find-links': 'https://links.test',
    });
  });

  it('is nothing when the host says nothing about an index', () => {
    expect(indexConfig({ cert: '/etc/ssl/ca.pem', 'find-links': '/opt/wheels' })).toBeUndefined();
  });
});
