/** Tests that a scene described in challenge.yaml becomes code, and that mistakes in the description are reported by line. */
import { expect, test } from 'vitest';
import { findAuthorSourcePlace } from './examples.ts';
import {
	replaceInTestFile,
	testChallengeFolder,
	testManifestLineOf,
	sceneProblemLines,
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
	const placeOf = (words: string) => scenePlaces[lines.findIndex((line) => line.includes(words))]?.line;
	expect(placeOf('starts')).toBe(testManifestLineOf('starts:'));
	expect(placeOf('./data/night.ts')).toBe(testManifestLineOf('data: { file'));
	expect(placeOf('import * as program')).toBe(testManifestLineOf('scene:'));
});

test('a missing file, export, function or label, or a second scene, is reported at its line', () => {
	const at = (words: string, message: string) => [`challenge.yaml:${testManifestLineOf(words)}: ${message}`];
	const card = (from: string, to: string) => sceneProblemLines(replaceInTestFile('challenge.yaml', from, to));
	expect(card('data/night.ts, name', 'data/day.ts, name')).toEqual(at('data: { file', 'there is no data/day.ts'));
	expect(card('name: readings', 'name: reading')).toEqual(at('data: { file', 'data/night.ts exports no "reading"'));
	expect(card('function: status', 'function: state')).toEqual(
		at('point: {', 'the solution exports no function "state"')
	);
	expect(sceneProblemLines(replaceInTestFile('text.en.md', '- minutes-out: Minutes outside the limits', ''))).toEqual(
		at('total: {', '"minutes-out" has no words: write "- minutes-out: …" under "## labels" in text.en.md')
	);
	expect(sceneProblemLines({ 'scene.ts': 'export {};' })).toEqual(
		at('scene:', 'there is a scene.ts too: a challenge has one scene, keep one of them')
	);
	expect(sceneProblemLines({ 'scene/measure.ts': '' })).toEqual(
		at('scene:', `scene/measure.ts is missing, or exports no "measure": the decision's figures`)
	);
});

test('a field with an invalid value is reported', () => {
	const card = (from: string, to: string) => sceneProblemLines(replaceInTestFile('challenge.yaml', from, to))[0];
	const messageStart = (words: string) => `challenge.yaml:${testManifestLineOf(words)}: scene.`;
	expect(card('kind: line', 'kind: spiral')).toMatch(
		new RegExp(`^${messageStart('kind: line')}kind: "spiral" is not "line" or "table" or "queue"`)
	);
	expect(card("'22:00'", "'25:00'")).toBe(`${messageStart('starts:')}starts: a time in quotes, such as '22:00'`);
	expect(card('to: 8 }', 'to: 1 }')).toContain('the band ends above where it begins: from < to');
	expect(card('beside: fridge', 'beside: oven')).toContain('scene.beside: "oven" is not "fridge"');
});

test('a challenge is packed with the code of its scene, the kit, and the labels of its decision', async () => {
	const { packed, problems, lineOrigins } = await readChallenge(testChallengeFolder);
	if (packed === undefined) throw new Error(problems.map(formatContentProblem).join());
	const { challenge } = packed;
	// An author who wrote no code can only be shown the line of the scene in challenge.yaml.
	const place = { file: 'challenge.yaml', line: testManifestLineOf('scene:') };
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
