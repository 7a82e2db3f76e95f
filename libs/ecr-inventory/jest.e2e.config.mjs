import preset from '../../jest.e2e.preset.mjs';

export default { ...preset, displayName: 'ecr-inventory e2e' };
