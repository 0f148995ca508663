/** Tests that every kind of scene is turned into code, and that wrong fields in its description are reported. */
import { expect, test } from 'vitest';
import {
	manifestWithScene,
	formatTestSceneProblems,
	makeTestScene,
	testChallengeFiles,
	filesWithRows,
	TABLE_SCENE_YAML
} from './made-scene-testing.ts';

test('a table scene becomes code with its stage dial, and a column without a label is reported', () => {
	const { files, problems } = makeTestScene({ ...filesWithRows, ...manifestWithScene(TABLE_SCENE_YAML) });
	expect(problems).toEqual([]);
	expect(files['scene.ts']).toContain("import { rows } from './data/night.ts';");
	expect(files['scene.ts']).toContain('tableScene(program, {\n\trows,\n\tfunction: "status",\n\tgiven: ["night"],');
	expect(files['scene.ts']).toContain('hand: { situation: "discover", id: "celsius", start: -2 },');
	expect(
		formatTestSceneProblems({ ...filesWithRows, ...manifestWithScene(TABLE_SCENE_YAML.replace('[night]', '[nights]')) })
	).toContainEqual(
		expect.stringContaining('"nights" has no words: write "- nights: …" under "## labels" in text.fr.md')
	);
});

test('a scene reads rows and columns from a CSV file, and a missing file or column is reported', () => {
	const csvFile = { 'data/rows.csv': 'night,right\n9,warm\n' };
	const withDeclaredTable = (text = '') =>
		text.replace(/^data: .*$/m, 'data: { rows.csv: { night: number, right: text } }');
	const manifestWithTable = (scene: string) => ({
		'challenge.yaml': withDeclaredTable(manifestWithScene(scene)['challenge.yaml'])
	});
	const tableScene = TABLE_SCENE_YAML.replace(/data: .*/, 'data: data/rows.csv');
	const { files, problems } = makeTestScene({ ...csvFile, ...manifestWithTable(tableScene) });
	expect(problems).toEqual([]);
	expect(files['scene.ts']).toContain("import { rows as table } from './data/rows.ts';");
	expect(files['scene.ts']).toContain(
		'rows: table.map(({ right, ...record }) => ({ ...record, right, given: [record.night] })),'
	);
	const queueScene = tableScene.replace('kind: table', 'kind: queue').replace('returns:', 'title:');
	expect(formatTestSceneProblems({ ...csvFile, ...manifestWithTable(queueScene) })).toContainEqual(
		expect.stringContaining('data/rows.csv has no column "who": this scene needs who, right, night')
	);
	expect(
		formatTestSceneProblems({ ...csvFile, ...manifestWithTable(tableScene.replace('rows.csv', 'row.csv')) })[0]
	).toContain('there is no data/row.csv');
	const lineManifest = withDeclaredTable(testChallengeFiles['challenge.yaml']).replace(
		/data: \{ file.*/,
		'data: { file: data/rows.csv, name: night }'
	);
	expect(makeTestScene({ ...csvFile, 'challenge.yaml': lineManifest }).files['scene.ts']).toContain(
		'list: table.map(({ night }) => night),'
	);
});

test('a CSV column of times is marked as times in the code of the scene', () => {
	const csvFile = { 'data/rows.csv': 'night,right\n9,5:30\n' };
	const tableScene = TABLE_SCENE_YAML.replace(/data: .*/, 'data: data/rows.csv');
	const sceneCodeWith = (types: string) => {
		const card = (manifestWithScene(tableScene)['challenge.yaml'] ?? '').replace(
			/^data: .*$/m,
			`data: { rows.csv: { ${types} } }`
		);
		return makeTestScene({ ...csvFile, 'challenge.yaml': card }).files['scene.ts'];
	};
	expect(sceneCodeWith('night: number, right: time')).toContain('times: ["minutes-out"],');
	expect(sceneCodeWith('night: time, right: text')).toContain('times: ["night"],');
	expect(sceneCodeWith('night: number, right: text')).not.toContain('times');
});

test('a queue scene becomes code, and stage dials in it are reported', () => {
	const card =
		manifestWithScene(TABLE_SCENE_YAML.replace('kind: table', 'kind: queue').replace('returns:', 'title:'))[
			'challenge.yaml'
		] ?? '';
	const queueFiles = { ...filesWithRows, 'challenge.yaml': card.replace(/, hand: .*\}\] \}/, ' }') };
	expect(makeTestScene(queueFiles).problems).toEqual([]);
	expect(makeTestScene(queueFiles).files['scene.ts']).toContain('queueScene(program, {');
	const at = card.split('\n').findIndex((row) => row.includes('id: celsius')) + 1;
	expect(formatTestSceneProblems({ ...filesWithRows, 'challenge.yaml': card })).toEqual([
		`challenge.yaml:${at}: a scene of the kind "queue" shows no hand, because it knows no right answer for what a hand sets`
	]);
});

const SCENE_KIND_CASES: [
	name: string,
	scene: string,
	line: string,
	wrong: [from: string, to: string, message: string]
][] = [
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

test.each(SCENE_KIND_CASES)(
	'%s is written as code with its stage dial, and a wrong field or missing label is reported',
	(kitFunction, scene, line, wrong) => {
		const { files, problems } = makeTestScene({ ...filesWithRows, ...manifestWithScene(`scene:\n  ${scene}`) });
		expect(problems).toEqual([]);
		expect(files['scene.ts']).toContain(`${kitFunction}(program, {`);
		expect(files['scene.ts']).toContain(`\t${line}`);
		expect(files['scene.ts']).toContain('hand: { situation: "discover", id: "celsius", start: -2 },');
		const [from, to, message] = wrong;
		expect(
			formatTestSceneProblems({ ...filesWithRows, ...manifestWithScene(`scene:\n  ${scene.replace(from, to)}`) })[0]
		).toContain(message);
		const unnamedLines = formatTestSceneProblems({
			...filesWithRows,
			...manifestWithScene(`scene:\n  ${scene.replace('title: night', 'title: day')}`)
		});
		expect(unnamedLines).toContainEqual(expect.stringContaining('"day" has no words'));
	}
);

test('`same` and `shares` of a table scene stand in its code, and wrong names in them are reported', () => {
	const sameYaml = '  same: { title: night, function: status, label: night }\n';
	const sharesYaml = '  shares: { function: status, columns: [night], to: { minutes-out: [night] } }\n';
	const madeScene = makeTestScene({ ...filesWithRows, ...manifestWithScene(TABLE_SCENE_YAML + sameYaml + sharesYaml) });
	expect(madeScene.problems).toEqual([]);
	expect(madeScene.files['scene.ts']).toContain('same: {"title":"night","function":"status","label":"night"},');
	expect(madeScene.files['scene.ts']).toContain('"to":{"minutes-out":["night"]}},');
	const wrongFiles = manifestWithScene(
		TABLE_SCENE_YAML + sameYaml.replace('status', 'doubles') + sharesYaml.replace('minutes-out', 'hall')
	);
	const messages = formatTestSceneProblems({ ...filesWithRows, ...wrongFiles }).join('\n');
	expect(messages).toContain('the solution exports no function "doubles"');
	expect(messages).toContain('"hall" has no words');
	const otherFiles = manifestWithScene(
		TABLE_SCENE_YAML + sharesYaml.replace('columns: [night]', 'columns: [minutes-out]')
	);
	expect(formatTestSceneProblems({ ...filesWithRows, ...otherFiles }).join()).toContain(
		'what somebody gets stands among the columns'
	);
});
