import preset from '../../jest.e2e.preset.mjs';

export default { ...preset, displayName: 'local-cloud e2e' };
