import preset from '../../jest.e2e.preset.mjs';

export default { ...preset, displayName: 'plan-review-cli e2e' };
