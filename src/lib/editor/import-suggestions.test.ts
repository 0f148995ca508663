import { expect, test } from 'vitest';
import { suggestImports } from './import-suggestions.ts';

const MODULE_BY_NAME = { shelf: 'braise/scene', shed: 'braise/scene', clock: 'braise/scene' };

const suggestAtEnd = (text: string) => suggestImports(text, text.length, MODULE_BY_NAME);

test('names that begin with the typed letters are suggested, with a new import', () => {
	expect(suggestAtEnd('function draw() {}\nshe')).toEqual([
		{
			name: 'shelf',
			module: 'braise/scene',
			change: { start: 0, end: 0, text: "import { shelf } from 'braise/scene';\n" }
		},
		{
			name: 'shed',
			module: 'braise/scene',
			change: { start: 0, end: 0, text: "import { shed } from 'braise/scene';\n" }
		}
	]);
});

test('a suggested name is added to the existing import of its module', () => {
	const text = "import { clock } from 'braise/scene';\nshelf";
	const [suggestion] = suggestAtEnd(text);
	const { start, end, text: added } = suggestion?.change ?? { start: 0, end: 0, text: '' };
	expect(text.slice(0, start) + added + text.slice(end)).toBe("import { clock, shelf } from 'braise/scene';\nshelf");
});

test.each([
	['a member of an object', 'toy.she'],
	['a string', "text('she"],
	['a comment', '// she'],
	['a declaration', 'const she'],
	['an import', 'import { she'],
	['a name that the file declares', 'const shelf = 1, shed = 2;\nshe'],
	['no typed letter', 'draw('],
	['letters that begin no known name', 'xyz']
])('no import is suggested for %s', (_, text) => expect(suggestAtEnd(text)).toEqual([]));
