import preset from '../jest.e2e.preset.mjs';

export default { ...preset, displayName: 'tools e2e' };
