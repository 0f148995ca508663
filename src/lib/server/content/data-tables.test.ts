/** Tests that a challenge's CSV tables become typed modules, and that mistakes in rows or columns are reported by line. */
import { expect, test } from 'vitest';
import { readTables } from './data-tables.ts';
import type { Manifest } from './manifest.ts';
import { formatContentProblem } from './content-problem.ts';

type ManifestData = Manifest['data'];

function readTestTable(text: string, columns: ManifestData[string], otherFiles: Record<string, string> = {}) {
	const manifest = { data: { 'shop.csv': columns } } as unknown as Manifest;
	return readTables({ manifest, lineOf: () => 9 }, { 'data/shop.csv': text, ...otherFiles });
}
const listTableProblems = (...given: Parameters<typeof readTestTable>) =>
	readTestTable(...given).problems.map(formatContentProblem);

test('a table becomes a typed module whose lines refer to the rows of the table', () => {
	const columns: ManifestData[string] = { who: 'text', count: 'number', open: 'yes/no', at: 'time', until: 'time?' };
	const { files, lineOrigins, problems } = readTestTable(
		'who,count,open,at,until\nAwa,2,yes,9:05,\n\n"Roy, Léa ",-1.5,NO,14h30,18 h\n',
		columns
	);
	expect(problems).toEqual([]);
	expect((files['data/shop.ts'] ?? '').split('\n')).toEqual([
		'export const rows: { who: string; count: number; open: boolean; at: number; until?: number }[] = [',
		'\t{ who: "Awa", count: 2, open: true, at: 545 },',
		'\t{ who: "Roy, Léa ", count: -1.5, open: false, at: 870, until: 1080 },',
		'];'
	]);
	expect(lineOrigins['data/shop.ts']?.map(({ file, line }) => `${file}:${line}`)).toEqual([
		'data/shop.csv:1',
		'data/shop.csv:2',
		'data/shop.csv:4',
		'data/shop.csv:1'
	]);
});

test('columns may stand in any order, separated by semicolons and with decimal commas', () => {
	const { files } = readTestTable('count;who\n2,5;Awa, Tom\n', { who: 'text', count: 'number' });
	expect(files['data/shop.ts']).toContain('{ who: "Awa, Tom", count: 2.5 }');
});

test('a wrong row is reported with its line and with advice on what to write', () => {
	const columns: ManifestData[string] = { who: 'text', count: 'number', open: 'yes/no', at: 'time' };
	expect(
		listTableProblems(
			'who,count,open,at\n"two\nlines",many,maybe,25:00\nAwa,,yes,9:00\nTom,1\nZoé,1,yes,24:01\n',
			columns
		)
	).toEqual([
		'data/shop.csv:2: "count" is "many": write a number, such as 12 or 3.5',
		'data/shop.csv:2: "open" is "maybe": write yes or no',
		'data/shop.csv:2: "at" is "25:00": write a time, such as 9:05',
		'data/shop.csv:4: "count" is empty: write a number, or declare it "number?"',
		'data/shop.csv:5: "open" is empty: write yes or no, or declare it "yes/no?"',
		'data/shop.csv:5: "at" is empty: write a time, or declare it "time?"',
		'data/shop.csv:5: has 2 cells, the header 4: a text with a comma stands between quotes, "so, for example"',
		'data/shop.csv:6: "at" is "24:01": write a time, such as 9:05'
	]);
});

test('columns and files that differ between the tables and challenge.yaml are reported', () => {
	expect(listTableProblems('who,cout\nAwa,2\n', { who: 'text', count: 'number' })).toEqual([
		'data/shop.csv:1: the header has no column "count": it names who, cout',
		'data/shop.csv:1: "cout" is not declared: challenge.yaml has who, count'
	]);
	expect(listTableProblems('who\n', { who: 'text' }, { 'data/shop.ts': '' })).toEqual([
		'challenge.yaml:9: there is a data/shop.ts too: keep one of them'
	]);
	expect(listTableProblems('who\n', { who: 'text' }, { 'data/other.csv': 'a\n' })).toEqual([
		'data/other.csv:1: its columns are not declared: write "other.csv: { … }" under "data" in challenge.yaml'
	]);
});
