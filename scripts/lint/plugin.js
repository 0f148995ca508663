import { importRules } from './import-rules.js';
import { restrictedSyntax } from './restricted-syntax.js';

export default {
	meta: { name: 'braise' },
	rules: { imports: importRules, 'restricted-syntax': restrictedSyntax }
};
