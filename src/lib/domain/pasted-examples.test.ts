import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatExamplesYaml, parsePastedExamples } from './pasted-examples.ts';

function parseOnlyExample(text: string) {
	const { checks, problems } = parsePastedExamples(text);
	expect(problems).toEqual([]);
	expect(checks).toHaveLength(1);
	return checks[0]?.examples[0];
}

describe('assert lines of Python', () => {
	test.each<[string, unknown[], unknown]>([
		['assert f(2) == 3', [2], 3],
		['  assert f( -2.5, 1e3 )==.5  # half', [-2.5, 1000], 0.5],
		['assert f(1_000) == -3., "message"', [1000], -3],
		[`assert f('it\\'s', "a \\"b\\"\\n\\u00e9") == ''`, ["it's", 'a "b"\né'], ''],
		['assert f(True, False, None) is None', [true, false, null], null],
		['assert f([1, [2], []], (3, 4), (5)) == [6,]', [[1, [2], []], [3, 4], 5], [6]],
		["assert f({'a': 1, 'b': [2]}) == {}", [{ a: 1, b: [2] }], {}],
		['assert f()', [], true],
		['assert not f("x, y) == 1")', ['x, y) == 1'], false]
	])('are read as examples: %s', (line, given, returns) => expect(parseOnlyExample(line)).toEqual({ given, returns }));

	test('are read with values given by name', () => {
		expect(parseOnlyExample('assert price(minutes=21, night=False) == 50')).toEqual({
			given: { minutes: 21, night: false },
			returns: 50
		});
	});

	test('are grouped by function, and other lines are ignored', () => {
		const text = '# my tests\r\nfrom main import f\r\n\r\nassert f(1) == 2\r\nassert g(1) == 3\r\nassert f(2) == 4\r\n';
		expect(parsePastedExamples(text)).toEqual({
			checks: [
				{ function: 'f', examples: [1, 2].map((one) => ({ given: [one], returns: one * 2 })) },
				{ function: 'g', examples: [{ given: [1], returns: 3 }] }
			],
			problems: []
		});
	});

	test.each([
		['f(2) == 3', 'no-example', 'f(2) == 3'],
		['assert f(2) > 3', 'no-example', 'assert f(2) > 3'],
		['assert not f(2) == 3', 'no-example', 'assert not f(2) == 3'],
		['assert f(2) == 3 + 1', 'no-example', 'assert f(2) == 3 + 1'],
		['assert 3 == f(2)', 'no-example', 'assert 3 == f(2)'],
		['assert f(x) == 3', 'no-value', 'x) == 3'],
		['assert f(2', 'no-value', '2'],
		['assert f(2) ==', 'no-value', 'assert f(2) =='],
		['assert f(1e999) == 1', 'no-value', '1e999) == 1'],
		["assert f({'__proto__': 1}) == 1", 'no-value', "{'__proto__': 1}) == 1"],
		[`assert f(${'['.repeat(1000)}) == 1`, 'no-value', `${'['.repeat(1000)}) == 1`],
		['assert f(1, b=2) == 3', 'named-in-part', 'b']
	])('are reported with their line when they cannot be read: %s', (line, fault, text) => {
		const { checks, problems } = parsePastedExamples(`assert f(0) == 0\n\n${line}`);
		expect(problems).toEqual([{ line: 3, fault, text }]);
		expect(checks[0]?.examples).toHaveLength(1);
	});
});

describe('columns of a spreadsheet', () => {
	const parsePastedRows = (...rows: string[]) => parsePastedExamples(['meals\ttrays', ...rows].join('\n'));

	test.each<[string, unknown]>([
		['9', 9],
		['-2,5', -2.5],
		['2.5', 2.5],
		['−3', -3],
		['1\u202f000,5', 1000.5],
		['12 000', 12_000],
		['1e3', 1000],
		['VRAI', true],
		['FALSE', false],
		['None', null],
		["'9'", '9'],
		['"a ""b"""', 'a "b"'],
		['warm', 'warm'],
		['12 rue Haute', '12 rue Haute'],
		["[1, 2.5, 'x']", [1, 2.5, 'x']],
		['[a', '[a']
	])('are read with the cell %s', (cell, value) => {
		expect(parsePastedRows(`${cell}\t2`)).toEqual({
			checks: [{ function: 'trays', examples: [{ given: { meals: value }, returns: 2 }] }],
			problems: []
		});
	});

	test.each([
		['9', 'cell-missing', 'trays'],
		['\t2', 'cell-missing', 'meals'],
		['9\t2\t3', 'no-name', '3'],
		['1,000\t2', 'unclear-number', '1,000']
	])('give a problem at the line of a wrong row: %j', (row, fault, text) => {
		expect(parsePastedRows(row, '', '8\t1')).toMatchObject({
			checks: [{ examples: [{ given: { meals: 8 }, returns: 1 }] }],
			problems: [{ line: 2, fault, text }]
		});
	});

	test('give a problem when a heading cannot be a name in a program', () => {
		expect(parsePastedExamples('number of meals\ttrays\n9\t2').problems).toEqual([
			{ line: 1, fault: 'no-name', text: 'number of meals' }
		]);
	});
});

test('an empty text gives no examples and no problems', () =>
	expect(parsePastedExamples(' \n')).toEqual({ checks: [], problems: [] }));

test('examples written as YAML are parsed as the same values', () => {
	const text = `assert f("it's: # '", 'a\\nb', -1.5e30, [], {'no way': None, 'true': [True]}) == [1]\nassert f() == 0`;
	const { checks } = parsePastedExamples(text);
	expect(parse(formatExamplesYaml(checks))).toEqual([
		{
			because: { fr: '', en: '' },
			function: 'f',
			examples: [{ given: checks[0]?.examples[0]?.given, returns: [1] }, { returns: 0 }]
		}
	]);
});
