/** Tests that examples become a check file with the author's lines, and that a wrong example is reported in words. */
import { describe, expect, test } from 'vitest';
import { readExampleFiles, findCheckTitleProblems, checkTitlesInLanguage, findAuthorSourcePlace } from './examples.ts';
import { formatContentProblem } from './content-problem.ts';

const EXAMPLES_PATH = 'checks/build.yaml';
const readYamlExamples = (yaml: string, files: Record<string, string> = {}) =>
	readExampleFiles({ [EXAMPLES_PATH]: yaml, ...files });

/** Returns the generated lines between the fixed first lines and the author's own checks. */
function generateCheckLines(examples: string): string[] {
	const { files, problems } = readYamlExamples(`- id: tariff\n  function: price\n  examples:\n${examples}`);
	expect(problems).toEqual([]);
	const lines = (files['checks/build.ts'] ?? '').split('\n');
	const firstIndex = lines.indexOf(`exampleTests.test('tariff', () => {`);
	return lines.slice(firstIndex + 1, lines.indexOf('});', firstIndex)).map((line) => line.trim());
}

describe('an example is written as one line of a check', () => {
	const callCode = `exampleProgram['price']?.`;

	test.each([
		['[21], returns: 50', `exampleTests.expect(exampleNearly(${callCode}(21), 50)).toEqual(50);`],
		[
			'{ minutes: 21 }, returns: 50',
			`exampleTests.expect({ 'minutes': 21, 'price': exampleNearly(${callCode}(21), 50) }).toEqual({ 'minutes': 21, 'price': 50 });`
		],
		[
			`[[1, -0.5], { a: null, b: "it's" }], returns: [true, 'no']`,
			`exampleTests.expect(${callCode}([1,-0.5], {"a":null,"b":"it's"})).toEqual([true,"no"]);`
		],
		['[], returns: null', `exampleTests.expect(${callCode}()).toEqual(null);`],
		['[-1], throws: true', `exampleTests.expect(() => ${callCode}(-1)).toThrow();`],
		[
			'[3], returns: 1.5, within: 0.5',
			`exampleTests.expect(exampleNearly(${callCode}(3), 1.5, 0.5000000005)).toEqual(1.5);`
		]
	])('%s', (example, line) => expect(generateCheckLines(`    - { given: ${example} }`)).toEqual([line]));

	test('without given values, the function is called without arguments', () => {
		expect(generateCheckLines('    - returns: 1')).toEqual([
			`exampleTests.expect(exampleNearly(${callCode}(), 1)).toEqual(1);`
		]);
	});
});

test('the author’s own check file follows the generated lines, and each line keeps its source place', () => {
	const ownCode = `import { test } from 'vitest';\ntest('more', () => {});\n`;
	const { files, lineOrigins, titles } = readYamlExamples(
		'- id: first\n  function: price\n  examples:\n    - { given: [1], returns: 2 }',
		{
			'checks/build.ts': ownCode,
			'private/checks/build.yaml': '- id: other\n  function: price\n  examples: [{ returns: 1 }]'
		}
	);
	expect(titles).toEqual([]);
	expect(Object.keys(files).sort()).toEqual(['checks/build.ts', 'private/checks/build.ts']);
	const text = files['checks/build.ts'] ?? '';
	expect(text.endsWith(ownCode)).toBe(true);
	const lineNumberOf = (part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;
	const authorPlaceOf = (part: string) =>
		findAuthorSourcePlace({ file: 'checks/build.ts', line: lineNumberOf(part) }, lineOrigins);
	expect(authorPlaceOf(`test('first'`)).toEqual({ file: EXAMPLES_PATH, line: 1 });
	expect(authorPlaceOf('?.(1)')).toEqual({ file: EXAMPLES_PATH, line: 4 });
	expect(authorPlaceOf(`test('more'`)).toEqual({ file: 'checks/build.ts', line: 2 });
	expect(findAuthorSourcePlace({ file: 'main.ts', line: 7 }, lineOrigins)).toEqual({ file: 'main.ts', line: 7 });
});

describe('titles beside the examples', () => {
	const yamlWithTitle = (words: string) =>
		`- because: ${words}\n  function: price\n  examples: [{ given: [21], returns: 50 }]`;
	const manifest = {
		languages: ['fr', 'en'] as ['fr', 'en'],
		steps: [{ id: 'build', kind: 'build' as const, opens: 'never' as const }]
	};
	const bilingualYaml = yamlWithTitle(`{ fr: '21 min : il faut payer', en: '21 min: you have to pay' }`);

	test('are shown to students, under an id made of their words', () => {
		const { titles } = readYamlExamples(bilingualYaml);
		const id = 'is-21-min-il-faut-payer';
		expect(checkTitlesInLanguage(titles, 'fr', { disclose: {} })).toEqual({
			checks: { [id]: '21 min : il faut payer' },
			held: {}
		});
		expect(checkTitlesInLanguage(titles, 'en', { disclose: {} }).checks).toEqual({ [id]: '21 min: you have to pay' });
		expect(findCheckTitleProblems(readYamlExamples(bilingualYaml), manifest)).toEqual([]);
	});

	test('of held-back checks are hidden where nothing is disclosed', () => {
		const { titles } = readExampleFiles({ 'private/checks/build.yaml': bilingualYaml });
		expect(Object.keys(checkTitlesInLanguage(titles, 'fr', { disclose: {} }).held)).toEqual([
			'is-21-min-il-faut-payer'
		]);
		expect(checkTitlesInLanguage(titles, 'fr', { disclose: { build: 'title' } }).checks).toEqual({});
		expect(checkTitlesInLanguage(titles, 'fr', { disclose: { build: 'nothing' } })).toEqual({ checks: {}, held: {} });
	});

	test.each([
		[yamlWithTitle('On paie'), 'checks/build.yaml:1: because: write it by language, { fr: …, en: … }'],
		[yamlWithTitle('{ fr: On paie }'), 'checks/build.yaml:1: because.en: is missing'],
		[
			yamlWithTitle('{ fr: 21 minutes, en: 20 minutes }'),
			'checks/build.yaml:1: because: numbers are 20, in the other language 21'
		]
	])('are reported as wrong in %j', (yaml, line) =>
		expect(findCheckTitleProblems(readYamlExamples(yaml), manifest).map(formatContentProblem)).toEqual([line])
	);

	test('may be one sentence when the challenge has one language', () => {
		expect(
			findCheckTitleProblems(readYamlExamples(yamlWithTitle('On paie')), { ...manifest, languages: ['fr'] })
		).toEqual([]);
	});

	test('are reported when their file names an unknown step', () => {
		const readResult = readExampleFiles({ 'private/checks/biuld.yaml': bilingualYaml });
		expect(findCheckTitleProblems(readResult, manifest).map(formatContentProblem)).toEqual([
			'private/checks/biuld.yaml:1: there is no step "biuld"'
		]);
	});
});

describe('a wrong example is reported in one line with its place and what to do', () => {
	const yamlWithExample = (example: string) => `- id: tariff\n  function: price\n  examples:\n    - ${example}`;

	test.each([
		[
			yamlWithExample('{ given: [1] }'),
			'4: 0.examples.0: an example says what the function returns (`returns`), or `throws: true`'
		],
		[
			yamlWithExample('{ given: [1], returns: 2, throws: true }'),
			'4: 0.examples.0: an example says what the function returns (`returns`), or `throws: true`'
		],
		[yamlWithExample('{ given: [1], throws: false }'), '4: 0.examples.0.throws: false is not true'],
		[
			yamlWithExample('{ given: [1], returns: a, within: 1 }'),
			'4: 0.examples.0: `within` goes with a number that the function returns'
		],
		[yamlWithExample('{ given: [1], returns: 1, within: 0 }'), /^4: 0\.examples\.0\.within: /],
		[yamlWithExample('{ given: 1, returns: 2 }'), '4: 0.examples.0.given: a list of values, or values by name'],
		[
			yamlWithExample('{ given: { a b: 1 }, returns: 2 }'),
			'4: 0.examples.0.given.a b: not a name that a program can have'
		],
		[yamlWithExample('{ given: [.nan], returns: 2 }'), '4: 0.examples.0.given: a list of values, or values by name'],
		[yamlWithExample('{ given: [1], returns: .inf }'), '4: 0.examples.0.returns: is no finite number'],
		[yamlWithExample('{ given: [1], gives: 2, returns: 2 }'), '4: 0.examples.0.gives: is not known here'],
		['- id: tariff\n  function: price', '1: 0.examples: is missing'],
		['- id: tariff\n  function: price\n  examples: []', '3: 0.examples: is empty'],
		[
			'- id: tariff\n  function: the price\n  examples: [{ returns: 1 }]',
			'2: 0.function: not a name that a program can have'
		],
		["- id: it's\n  function: price\n  examples: [{ returns: 1 }]", '1: 0.id: an id has letters, digits and hyphens'],
		[
			'- function: price\n  examples: [{ returns: 1 }]',
			'1: 0: give its title (`because`), or the `id` of a title in the texts'
		],
		[
			'- because: { de: Ja }\n  function: price\n  examples: [{ returns: 1 }]',
			'1: 0.because: a sentence, or one by language'
		],
		[`${yamlWithExample('{ returns: 1 }')}\n${yamlWithExample('{ returns: 2 }')}`, '5: two checks are "tariff"'],
		['because: 21 min : il faut payer', /^1: Nested mappings/],
		['', /^1: checks\/build\.yaml: /]
	])('%j', (yaml, expected) => {
		const messages = readYamlExamples(yaml).problems.map(({ file, line, message }) => {
			expect(file).toBe(EXAMPLES_PATH);
			return `${line}: ${message}`;
		});
		expect(messages).toEqual([typeof expected === 'string' ? expected : expect.stringMatching(expected)]);
	});
});

describe('in the short notation', () => {
	const solution = 'export function price(minutes: number, isLocal: boolean): number {\n}\n';
	const lines = (yaml: string, files: Record<string, string> = {}) =>
		(readExampleFiles({ [EXAMPLES_PATH]: yaml, ...files }, solution).files['checks/build.ts'] ?? '')
			.split('\n')
			.slice(5);

	test('an example is a list, and its values are named by the parameters of the solution', () => {
		expect(
			lines('- { id: one, function: price, examples: [[21, true, 50]] }\n- { id: two, examples: [[21, 60]] }')
		).toEqual([
			"exampleTests.test('one', () => {",
			`\texampleTests.expect({ 'minutes': 21, 'isLocal': true, 'price': exampleNearly(exampleProgram['price']?.(21, true), 50) }).toEqual({ 'minutes': 21, 'isLocal': true, 'price': 50 });`,
			'});',
			"exampleTests.test('two', () => {",
			`\texampleTests.expect(exampleNearly(exampleProgram['price']?.(21), 60)).toEqual(60);`,
			'});'
		]);
	});

	test('the name of another step repeats the checks of that step', () => {
		const otherFile = { 'checks/first.yaml': '- { id: one, function: price, examples: [[1, true, 2]] }' };
		const checkLines = lines('- first\n- { id: two, function: price, examples: [[3, true, 4]] }', otherFile);
		expect(checkLines.filter((line) => line.startsWith('exampleTests'))).toEqual([
			"exampleTests.test('one', () => {",
			"exampleTests.test('two', () => {"
		]);
		const listExampleProblems = (yaml: string) =>
			readExampleFiles({ [EXAMPLES_PATH]: yaml }, solution).problems.map(formatContentProblem);
		expect(listExampleProblems('- last')).toEqual([
			'checks/build.yaml:1: there is no checks/last.yaml to take checks from'
		]);
		expect(listExampleProblems('- { id: one, examples: [[1, 2]] }')).toEqual([
			'checks/build.yaml:1: say which function is called: `function`'
		]);
	});
});

test('the examples are also returned as cases, even when the function throws', () => {
	const text = `- id: tariff\n  function: price\n  examples: [{ given: [1], throws: true }, [2, 3], { given: [4], returns: 5, within: 1 }]`;
	const commonFields = { step: 'build', isHeldBack: true, function: 'price' };
	expect(readExampleFiles({ 'private/checks/build.yaml': text }).cases).toEqual([
		{ ...commonFields, given: [1], throws: true },
		{ ...commonFields, given: [2], returns: 3 },
		{ ...commonFields, given: [4], returns: 5, within: 1 }
	]);
});
