import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/**
 * Who may import what (docs/architecture.md). Tags stand in each project's project.json.
 * `tools/lint/boundaries.test.ts` lints deliberately bad files and must see these rules bite.
 */
const PURE = ['scope:findings', 'scope:lifecycle', 'scope:images', 'scope:access'];
const NO_CDKTF = ['cdktf', 'cdktf/*', '@cdktf/*', 'constructs'];

const boundaries = [
  { sourceTag: 'scope:findings', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'scope:lifecycle', onlyDependOnLibsWithTags: ['scope:findings', 'scope:images'] },
  { sourceTag: 'scope:images', onlyDependOnLibsWithTags: ['scope:findings', 'scope:lifecycle'] },
  { sourceTag: 'scope:access', onlyDependOnLibsWithTags: ['scope:findings'] },
  { sourceTag: 'scope:environments', onlyDependOnLibsWithTags: PURE },
  { sourceTag: 'scope:bundle', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'scope:cli', onlyDependOnLibsWithTags: ['scope:findings'] },
  { sourceTag: 'scope:ecr-inventory', onlyDependOnLibsWithTags: [...PURE, 'scope:environments', 'scope:cli'] },
  {
    sourceTag: 'scope:deployments',
    onlyDependOnLibsWithTags: [...PURE, 'scope:environments', 'scope:cli', 'scope:ecr-inventory'],
  },
  { sourceTag: 'scope:ecr-module', onlyDependOnLibsWithTags: [...PURE, 'scope:environments'] },
  { sourceTag: 'scope:local-cloud', onlyDependOnLibsWithTags: [...PURE, 'scope:environments'] },
  { sourceTag: 'type:environment', onlyDependOnLibsWithTags: ['scope:environments', 'scope:ecr-module'] },
  {
    sourceTag: 'scope:image-builder',
    onlyDependOnLibsWithTags: [
      ...PURE,
      'scope:bundle',
      'scope:environments',
      'scope:cli',
      'scope:ecr-inventory',
      'scope:deployments',
    ],
    bannedExternalImports: NO_CDKTF,
  },
  {
    sourceTag: 'scope:registry-report',
    onlyDependOnLibsWithTags: [...PURE, 'scope:bundle', 'scope:environments', 'scope:cli', 'scope:ecr-inventory'],
    bannedExternalImports: NO_CDKTF,
  },
  { sourceTag: 'scope:plan-review', onlyDependOnLibsWithTags: PURE },
  {
    sourceTag: 'scope:plan-review-cli',
    onlyDependOnLibsWithTags: [
      ...PURE,
      'scope:bundle',
      'scope:plan-review',
      'scope:environments',
      'scope:cli',
      'scope:ecr-inventory',
      'scope:deployments',
    ],
    bannedExternalImports: NO_CDKTF,
  },
  {
    sourceTag: 'type:tools',
    onlyDependOnLibsWithTags: [...PURE, 'scope:bundle', 'scope:environments', 'scope:ecr-module'],
    bannedExternalImports: NO_CDKTF,
  },
  {
    sourceTag: 'type:e2e',
    onlyDependOnLibsWithTags: [...PURE, 'scope:environments', 'scope:ecr-module', 'scope:local-cloud'],
  },
];

const outsideWorld = [
  'node:fs',
  'node:fs/promises',
  'node:child_process',
  'node:net',
  'node:http',
  'node:https',
  'node:os',
  'node:process',
  'node:timers',
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules',
      '**/dist',
      '**/.venv',
      '**/cdktf.out',
      '.nx',
      '.slipway',
      '**/fixtures/**/*.js',
      'tools/bench/*/peers',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    // One program for a project: the service that editors have makes it anew for each file, a third of the CPU of image-builder's lint.
    languageOptions: { parserOptions: { project: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 50],
      'max-params': ['error', 3],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'export names one by one: the public surface is a decision' },
        { selector: 'TSEnumDeclaration', message: 'use a union of string literals' },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: [],
          depConstraints: boundaries,
          banTransitiveDependencies: false,
        },
      ],
    },
  },
  {
    // One door to cdktf: only this file may name the packages, so that moving to CDK Terrain is one file.
    files: ['**/*.ts'],
    ignores: ['libs/ecr-module/src/cdktf.ts', 'libs/local-cloud/src/provider/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['cdktf', 'cdktf/*', '@cdktf/*', 'constructs'],
              message: 'import cdktf through libs/ecr-module/src/cdktf.ts',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['lifecycle', 'images', 'access', 'plan-review'].map((library) => `libs/${library}/src/**/*.ts`),
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: outsideWorld, patterns: ['@aws-sdk/*', 'dockerode', 'cdktf', '@cdktf/*', 'constructs'] },
      ],
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'performance'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'pure code takes the time as an argument' },
        { object: 'Math', property: 'random', message: 'pure code takes randomness as an argument' },
      ],
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['**/*.mjs', '**/*.cjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
  prettier,
);
