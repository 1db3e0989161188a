import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['dist/', '.cache/', 'node_modules/'] },
	{
		files: ['**/*.ts'],
		extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/strict-boolean-expressions': 'off',
			// From eslint-config-wikimedia's common rules, those that TypeScript and the formatter leave to us.
			'array-callback-return': 'error',
			'no-console': 'error',
			'no-restricted-syntax': ['error', 'ForInStatement', 'LabeledStatement', 'WithStatement'],
			'no-implicit-coercion': ['error', { string: true, boolean: false, number: false }],
			'no-loop-func': 'error',
			'prefer-const': ['error', { destructuring: 'any' }],
			eqeqeq: 'error',
		},
	},
	{
		files: ['shared/**/*.ts', 'gadget/**/*.ts', 'bot/**/*.ts'],
		plugins: { regexp },
		rules: {
			'max-params': ['error', 5],
			// What strangers write must not make a regular expression work for hours.
			'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
			'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }],
		},
	},
	{
		files: ['test/**/*.ts'],
		rules: {
			'no-console': 'off',
			'@typescript-eslint/no-non-null-assertion': 'off',
		},
	},
);
