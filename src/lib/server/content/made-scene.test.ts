/** Tests that a scene described in challenge.yaml becomes code, and that mistakes in the description are reported by line. */
import { expect, test } from 'vitest';
import { findAuthorSourcePlace } from './examples.ts';
import {
	replaceInTestFile,
	testChallengeFolder,
	findTestManifestLine,
	formatTestSceneProblems,
	makeTestScene
} from './made-scene-testing.ts';
import { readChallenge } from './pack.ts';
import { formatContentProblem } from './content-problem.ts';

test('a scene described in challenge.yaml becomes code whose lines map back to challenge.yaml', () => {
	const { files, lineOrigins, problems } = makeTestScene({});
	expect(problems).toEqual([]);
	const lines = (files['scene.ts'] ?? '').split('\n');
	expect(lines).toContain("import { readings as list } from './data/night.ts';");
	expect(lines).toContain('\tstarts: 1320,');
	expect(lines.at(-2)).toBe('\tdecision: { situation: "decide", option: "cancel", measure }');
	expect(lines).toContain('\tmeasureSet(settings[option] ?? values);');
	const scenePlaces = lineOrigins['scene.ts'] ?? [];
	expect(scenePlaces).toHaveLength(lines.length);
	const authorLineOf = (words: string) => scenePlaces[lines.findIndex((line) => line.includes(words))]?.line;
	expect(authorLineOf('starts')).toBe(findTestManifestLine('starts:'));
	expect(authorLineOf('./data/night.ts')).toBe(findTestManifestLine('data: { file'));
	expect(authorLineOf('import * as program')).toBe(findTestManifestLine('scene:'));
});

test('a missing file, export, function or label, or a second scene, is reported at its line', () => {
	const problemAtLine = (words: string, message: string) => [
		`challenge.yaml:${findTestManifestLine(words)}: ${message}`
	];
	const problemsAfterChange = (from: string, to: string) =>
		formatTestSceneProblems(replaceInTestFile('challenge.yaml', from, to));
	expect(problemsAfterChange('data/night.ts, name', 'data/day.ts, name')).toEqual(
		problemAtLine('data: { file', 'there is no data/day.ts')
	);
	expect(problemsAfterChange('name: readings', 'name: reading')).toEqual(
		problemAtLine('data: { file', 'data/night.ts exports no "reading"')
	);
	expect(problemsAfterChange('function: status', 'function: state')).toEqual(
		problemAtLine('point: {', 'the solution exports no function "state"')
	);
	expect(
		formatTestSceneProblems(replaceInTestFile('text.en.md', '- minutes-out: Minutes outside the limits', ''))
	).toEqual(
		problemAtLine('total: {', '"minutes-out" has no words: write "- minutes-out: …" under "## labels" in text.en.md')
	);
	expect(formatTestSceneProblems({ 'scene.ts': 'export {};' })).toEqual(
		problemAtLine('scene:', 'there is a scene.ts too: a challenge has one scene, keep one of them')
	);
	expect(formatTestSceneProblems({ 'scene/measure.ts': '' })).toEqual(
		problemAtLine('scene:', `scene/measure.ts is missing, or exports no "measure": the decision's figures`)
	);
});

test('a field with an invalid value is reported', () => {
	const firstProblemAfterChange = (from: string, to: string) =>
		formatTestSceneProblems(replaceInTestFile('challenge.yaml', from, to))[0];
	const problemStartAt = (words: string) => `challenge.yaml:${findTestManifestLine(words)}: scene.`;
	expect(firstProblemAfterChange('kind: line', 'kind: spiral')).toMatch(
		new RegExp(`^${problemStartAt('kind: line')}kind: "spiral" is not "line" or "table" or "queue"`)
	);
	expect(firstProblemAfterChange("'22:00'", "'25:00'")).toBe(
		`${problemStartAt('starts:')}starts: a time in quotes, such as '22:00'`
	);
	expect(firstProblemAfterChange('to: 8 }', 'to: 1 }')).toContain('the band ends above where it begins: from < to');
	expect(firstProblemAfterChange('beside: fridge', 'beside: oven')).toContain('scene.beside: "oven" is not "fridge"');
});

test('a challenge is packed with the code of its scene, the kit, and the labels of its decision', async () => {
	const { packed, problems, lineOrigins } = await readChallenge(testChallengeFolder);
	if (packed === undefined) throw new Error(problems.map(formatContentProblem).join());
	const { challenge } = packed;
	// An author who wrote no code can only be shown the line of the scene in challenge.yaml.
	const place = { file: 'challenge.yaml', line: findTestManifestLine('scene:') };
	expect(findAuthorSourcePlace({ file: 'braise/scene.js', line: 1 }, lineOrigins)).toEqual(place);
	expect(findAuthorSourcePlace({ file: 'scene.ts', line: 1 }, lineOrigins)).toEqual(place);
	expect(challenge.surroundings['scene.ts']).toContain('lineScene(program');
	expect(challenge.surroundings['braise/scene.js']).toContain('lineScene');
	expect(challenge.text.en.labels).toMatchObject({
		'option-cancel': 'Cancel the appointments',
		'figure-postponed': 'Appointments postponed',
		night: 'The night of the fridge'
	});
});
