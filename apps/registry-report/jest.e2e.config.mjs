import preset from '../../jest.e2e.preset.mjs';

export default { ...preset, displayName: 'registry-report e2e' };
