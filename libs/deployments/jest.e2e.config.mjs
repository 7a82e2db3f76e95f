import preset from '../../jest.e2e.preset.mjs';

export default { ...preset, displayName: 'deployments e2e' };
