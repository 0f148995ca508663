import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { judge } from '#sandbox/judge/unit-test-judge.ts';
import { readChallenge } from '#lib/server/content/pack.ts';
import { formatContentProblem } from '#lib/server/content/content-problem.ts';
import { assembleFixture } from './assemble-fixture.ts';
import { findScenePlayProblems } from './play-problems.ts';

const testFolder = mkdtempSync(join(tmpdir(), 'braise-played-'));

afterAll(() => rmSync(testFolder, { recursive: true, force: true }));

async function playChangedScene(change: (scene: string) => string): Promise<string[]> {
	const folder = assembleFixture('start-passes', testFolder);
	const file = join(folder, 'scene.ts');
	const scene = readFileSync(file, 'utf8');
	const newScene = change(scene);
	writeFileSync(file, newScene);
	const content = await readChallenge(folder);
	if (content.packed === undefined) throw new Error(JSON.stringify(content.problems));
	return (await findScenePlayProblems(judge, content, content.packed)).map(formatContentProblem);
}

const insertIntoFunction = (name: string, code: string) => (scene: string) => {
	const newScene = scene.replace(new RegExp(`(export function ${name}\\(.*\\{\n)`), (_, head: string) => head + code);
	expect(newScene).not.toBe(scene);
	return newScene;
};
const replaceInScene = (before: string, after: string) => (scene: string) => {
	expect(scene).toContain(before);
	return scene.replace(before, after);
};

test('the template’s unchanged scene is without a problem', async () => {
	expect(await playChangedScene((scene) => scene)).toEqual([]);
});

test.each([
	['init', 'after 0 steps'],
	['step', 'after 0 steps'],
	['draw', 'after 0 steps'],
	['describe', 'after 0 steps']
])('an error in %s is reported once, with its line', async (name, moment) => {
	const lines = await playChangedScene(insertIntoFunction(name, `throw new RangeError('no');`));
	expect(lines).toEqual([
		expect.stringMatching(
			new RegExp(
				`^scene\\.ts:\\d+: ${name}, with the solution, step "discover", light theme, 360 × 300, ${moment}: RangeError: no \\(\\d+ times in all\\)$`
			)
		)
	]);
});

test('an error in a later call of step is reported with the number of earlier steps', { tags: ['more'] }, async () => {
	const lines = await playChangedScene(
		replaceInScene(
			'export function step(state: State): State {',
			`let steps = 0;
export function step(state: State): State {
	if (++steps > 100) throw new Error('tired');`
		)
	);
	expect(lines).toEqual([expect.stringContaining('after 100 steps: Error: tired')]);
});

test('a missing function of the scene is reported', async () => {
	expect(await playChangedScene(replaceInScene('export function step(', 'function step('))).toEqual([
		expect.stringContaining('step, with the solution, step "discover"')
	]);
});

test('a draw function that never ends is reported as the only problem', { tags: 'soak' }, async () => {
	expect(await playChangedScene(insertIntoFunction('draw', `if (input.option === 'usual') for (;;);`))).toEqual([
		expect.stringMatching(
			/^scene\.ts:\d+: draw, with the solution, step "decide", option "usual", light theme, 360 × 300: it does not end within the limit( \(\d+ times in all\))?$/
		)
	]);
});

test('a describe function that returns no text is reported with its answer', { tags: ['more'] }, async () => {
	const problemsOfNumber = await playChangedScene(
		insertIntoFunction('describe', `if (state) return 3 as unknown as string;`)
	);
	expect(problemsOfNumber).toEqual([expect.stringContaining('describe, with the solution')]);
	expect(problemsOfNumber[0]).toContain('it answers 3, not text');
	expect(await playChangedScene(insertIntoFunction('describe', `if (state) return ' ';`))).toEqual([
		expect.stringContaining('it answers nothing to read, not text')
	]);
});

test('a scene that paints nothing in one theme is reported', { tags: ['more'] }, async () => {
	expect(await playChangedScene(insertIntoFunction('draw', `if (input.theme === 'dark') return;`))).toEqual([
		expect.stringMatching(/dark theme, 360 × 300, after 0 steps: it paints nothing \(\d+ times in all\)$/)
	]);
});

test(
	'coordinates that are not finite numbers are reported, even those that drawing itself accepts',
	{ tags: ['more'] },
	async () => {
		expect(await playChangedScene(insertIntoFunction('draw', `circle(NaN, 1, 2);`))).toEqual([
			expect.stringContaining('DrawError: circle(x, y, diameter): “x” is NaN')
		]);
		const scene = await playChangedScene(insertIntoFunction('draw', `fit(400, 240);\n\tcircle(1 / 0, 1, 2);`));
		expect(scene).toEqual([expect.stringMatching(/^scene\.ts:48: draw, .*: arc gets Infinity, not a finite number/)]);
	}
);

test('a scene that breaks only in one size is reported with that size', { tags: ['more'] }, async () => {
	const throwWhenWide = insertIntoFunction('draw', `if (canvasWidth > 500) throw new Error('wide');`);
	const lines = await playChangedScene((scene) =>
		throwWhenWide(scene).replace('{ background,', '{ background, canvasWidth,')
	);
	expect(lines).toEqual([expect.stringContaining('light theme, 720 × 540, after 0 steps: Error: wide')]);
});

test('a scene that breaks on an unexpected answer is reported with that answer', { tags: ['more'] }, async () => {
	const trustProgram = replaceInScene(
		`		return typeof answer === 'number' && answer >= 0 && answer <= meals + 1 ? answer : 0;`,
		`		return (answer as number).toFixed(1) === '0.0' ? 0 : 1;`
	);
	const lines = await playChangedScene((scene) =>
		trustProgram(scene).replace('} catch {', `} catch (error) {\n\t\tif (error instanceof TypeError) throw error;`)
	);
	expect(lines.length).toBeGreaterThan(0);
	expect(lines[0]).toMatch(/^scene\.ts:\d+: init, with a program that answers undefined, step "discover"/);
	expect(lines.join('\n')).toContain('with a program that answers null');
	expect(await playChangedScene(replaceInScene('} catch {', '} catch (error) {\n\t\tif (meals) throw error;'))).toEqual(
		[
			expect.stringMatching(
				/^scene\.ts:\d+: init, with a program that throws, step "discover".*: Error: thrown on purpose/
			)
		]
	);
});

test('a scene that breaks only in one option is reported with that option', { tags: ['more'] }, async () => {
	expect(
		await playChangedScene(insertIntoFunction('draw', `if (input.option === 'usual') throw new Error('as usual');`))
	).toEqual([expect.stringContaining('draw, with the solution, step "decide", option "usual", light theme')]);
});
