import { expect, test } from 'vitest';
import { manifestWithScene, sceneProblemLines, makeTestScene, own, rows, TABLE } from './made-scene-testing.ts';

test('a table is written as code too, and its hand sets how many rows are looked at', () => {
	const { files, problems } = makeTestScene({ ...rows, ...manifestWithScene(TABLE) });
	expect(problems).toEqual([]);
	expect(files['scene.ts']).toContain("import { rows } from './data/night.ts';");
	expect(files['scene.ts']).toContain('tableScene(program, {\n\trows,\n\tfunction: "status",\n\tgiven: ["night"],');
	expect(files['scene.ts']).toContain('hand: { situation: "discover", id: "celsius", start: -2 },');
	expect(sceneProblemLines({ ...rows, ...manifestWithScene(TABLE.replace('[night]', '[nights]')) })).toContainEqual(
		expect.stringContaining('"nights" has no words: write "- nights: …" under "## labels" in text.fr.md')
	);
});

test('rows of a CSV file are given by their columns', () => {
	const csv = { 'data/rows.csv': 'night,right\n9,warm\n' };
	const declared = (text = '') => text.replace(/^data: .*$/m, 'data: { rows.csv: { night: number, right: text } }');
	const card = (scene: string) => ({ 'challenge.yaml': declared(manifestWithScene(scene)['challenge.yaml']) });
	const table = TABLE.replace(/data: .*/, 'data: data/rows.csv');
	const { files, problems } = makeTestScene({ ...csv, ...card(table) });
	expect(problems).toEqual([]);
	expect(files['scene.ts']).toContain("import { rows as table } from './data/rows.ts';");
	expect(files['scene.ts']).toContain(
		'rows: table.map(({ right, ...record }) => ({ ...record, right, given: [record.night] })),'
	);
	const queue = table.replace('kind: table', 'kind: queue').replace('returns:', 'title:');
	expect(sceneProblemLines({ ...csv, ...card(queue) })).toContainEqual(
		expect.stringContaining('data/rows.csv has no column "who": this scene needs who, right, night')
	);
	expect(sceneProblemLines({ ...csv, ...card(table.replace('rows.csv', 'row.csv')) })[0]).toContain(
		'there is no data/row.csv'
	);
	const line = declared(own['challenge.yaml']).replace(/data: \{ file.*/, 'data: { file: data/rows.csv, name: night }');
	expect(makeTestScene({ ...csv, 'challenge.yaml': line }).files['scene.ts']).toContain(
		'list: table.map(({ night }) => night),'
	);
});

test('a column of times is written as times', () => {
	const data = { 'data/rows.csv': 'night,right\n9,5:30\n' };
	const table = TABLE.replace(/data: .*/, 'data: data/rows.csv');
	const scene = (types: string) => {
		const card = (manifestWithScene(table)['challenge.yaml'] ?? '').replace(
			/^data: .*$/m,
			`data: { rows.csv: { ${types} } }`
		);
		return makeTestScene({ ...data, 'challenge.yaml': card }).files['scene.ts'];
	};
	expect(scene('night: number, right: time')).toContain('times: ["minutes-out"],');
	expect(scene('night: time, right: text')).toContain('times: ["night"],');
	expect(scene('night: number, right: text')).not.toContain('times');
});

test('a queue is written as code too, and shows no hand', () => {
	const card =
		manifestWithScene(TABLE.replace('kind: table', 'kind: queue').replace('returns:', 'title:'))['challenge.yaml'] ??
		'';
	const queue = { ...rows, 'challenge.yaml': card.replace(/, hand: .*\}\] \}/, ' }') };
	expect(makeTestScene(queue).problems).toEqual([]);
	expect(makeTestScene(queue).files['scene.ts']).toContain('queueScene(program, {');
	const at = card.split('\n').findIndex((row) => row.includes('id: celsius')) + 1;
	expect(sceneProblemLines({ ...rows, 'challenge.yaml': card })).toEqual([
		`challenge.yaml:${at}: a scene of the kind "queue" shows no hand, because it knows no right answer for what a hand sets`
	]);
});

const KINDS: [maker: string, scene: string, line: string, wrong: [from: string, to: string, message: string]][] = [
	[
		'roundScene',
		"kind: round\n  title: night\n  data: { file: data/night.ts, name: rows }\n  starts: '09:30'\n  pace: 2\n  function: status\n  gives: next\n",
		'starts: 570,',
		['gives: next', 'gives: all', 'scene.gives: "all" is not "order" or "next"']
	],
	[
		'weekScene',
		"kind: week\n  title: night\n  data: { file: data/night.ts, name: rows }\n  opens: '08:00'\n  closes: '20:00'\n  function: status\n",
		'closes: 1200,',
		["'20:00'", '20', "scene.closes: a time in quotes, such as '22:00'"]
	],
	[
		'receiptScene',
		'kind: receipt\n  title: night\n  data: { file: data/night.ts, name: rows }\n  unit: cents\n  function: status\n',
		'unit: "cents",',
		['  function: status\n', '', 'a receipt needs `function`, what a line costs, or `total`']
	],
	[
		'gridScene',
		'kind: grid\n  title: night\n  ground: ward\n  data: { file: data/night.ts, name: rows }\n  function: status\n  given: [night]\n  values: [ok, warm]\n',
		'values: ["ok","warm"],',
		['values: [ok, warm]', 'values: [ok]', 'two at least: what an empty cell is, and what another one is']
	]
];

test.each(KINDS)(
	'%s is written as code, with its hand, and a wrong field is said at its line',
	(maker, scene, line, wrong) => {
		const { files, problems } = makeTestScene({ ...rows, ...manifestWithScene(`scene:\n  ${scene}`) });
		expect(problems).toEqual([]);
		expect(files['scene.ts']).toContain(`${maker}(program, {`);
		expect(files['scene.ts']).toContain(`\t${line}`);
		expect(files['scene.ts']).toContain('hand: { situation: "discover", id: "celsius", start: -2 },');
		const [from, to, message] = wrong;
		expect(sceneProblemLines({ ...rows, ...manifestWithScene(`scene:\n  ${scene.replace(from, to)}`) })[0]).toContain(
			message
		);
		const unnamed = sceneProblemLines({
			...rows,
			...manifestWithScene(`scene:\n  ${scene.replace('title: night', 'title: day')}`)
		});
		expect(unnamed).toContainEqual(expect.stringContaining('"day" has no words'));
	}
);

test('which rows of a table are the same, and what is given to whom, stand in its code', () => {
	const same = '  same: { title: night, function: status, label: night }\n';
	const shares = '  shares: { function: status, columns: [night], to: { minutes-out: [night] } }\n';
	const scene = makeTestScene({ ...rows, ...manifestWithScene(TABLE + same + shares) });
	expect(scene.problems).toEqual([]);
	expect(scene.files['scene.ts']).toContain('same: {"title":"night","function":"status","label":"night"},');
	expect(scene.files['scene.ts']).toContain('"to":{"minutes-out":["night"]}},');
	const wrong = manifestWithScene(TABLE + same.replace('status', 'doubles') + shares.replace('minutes-out', 'hall'));
	const messages = sceneProblemLines({ ...rows, ...wrong }).join('\n');
	expect(messages).toContain('the solution exports no function "doubles"');
	expect(messages).toContain('"hall" has no words');
	const other = manifestWithScene(TABLE + shares.replace('columns: [night]', 'columns: [minutes-out]'));
	expect(sceneProblemLines({ ...rows, ...other }).join()).toContain('what somebody gets stands among the columns');
});
