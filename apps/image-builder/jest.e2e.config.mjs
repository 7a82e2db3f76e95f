import preset from '../../jest.e2e.preset.mjs';

export default { ...preset, displayName: 'image-builder e2e' };
