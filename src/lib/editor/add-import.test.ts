import { expect, test } from 'vitest';
import { addImport } from './add-import.ts';

const missingImport = { name: 'shelf', module: 'braise/scene' };

test.each([
	['a new first line', 'draw();\n', "import { shelf } from 'braise/scene';\ndraw();\n"],
	[
		'the existing list of its module',
		"import { street } from 'braise/scene';\n",
		"import { street, shelf } from 'braise/scene';\n"
	],
	[
		'a list of several lines',
		'import {\n\tstreet,\n\tperson,\n} from "braise/scene";\n',
		'import { street,\n\tperson, shelf } from "braise/scene";\n'
	],
	['an empty list', "import {} from 'braise/scene';\n", "import { shelf } from 'braise/scene';\n"],
	[
		'a new first line, when only another module is imported',
		"import { a } from './a.ts';\n",
		"import { shelf } from 'braise/scene';\nimport { a } from './a.ts';\n"
	]
])('a missing name is imported in %s', (_, text, changed) => {
	expect(addImport(text, missingImport)).toBe(changed);
});
