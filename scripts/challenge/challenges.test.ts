/** Every challenge is what its author says: the start fails, the solution passes, every mutant is caught. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Files } from '../../sandbox/index.ts';
import { passed, type Report } from '../../sandbox/report.ts';
import { LANGUAGES, type Challenge, type Language, type Step } from '../../src/lib/domain/challenge.ts';
import { challengeFolders } from '../../src/lib/server/content/folder.ts';
import { packChallenge } from '../../src/lib/server/content/pack.ts';
import { checkProgram, failuresOf, measureProgram } from './check.ts';

type Checked = Extract<Step, { checks: string }>;

const root = fileURLToPath(new URL('../../challenges', import.meta.url));
const packed = await Promise.all(challengeFolders(root).map((name) => packChallenge(join(root, name))));

test('there are challenges', () => expect(packed.length).toBeGreaterThan(0));

describe.each(packed.map((each) => [each.challenge.id, each] as const))('%s', (id, { challenge, private: hidden }) => {
	const checked = challenge.steps.filter((step): step is Checked => 'checks' in step);
	const lastBuild = checked.findLast((step) => step.kind === 'build');

	describe.each(LANGUAGES)('in %s', (language) => {
		test.each(checked.map((step) => [step.id, step] as const))(
			'%s is not passed by what it begins with',
			async (_, step) => {
				const report = await check(challenge, beginning(challenge, language, step), [step.checks]);
				expect(report.load).toBeUndefined();
				expect(passed(report)).toBe(false);
			}
		);

		test.each(checked.map((step) => [step.id, step] as const))('%s is passed by the solution', async (_, step) => {
			const program = { ...challenge.start[language], ...hidden.solution };
			expect(failuresOf(await check(challenge, program, [step.checks]))).toEqual([]);
		});

		test('the lines of an arrangement, in their order, pass its checks', async () => {
			for (const step of checked) {
				if (step.kind !== 'arrange') continue;
				const begun = beginning(challenge, language, step);
				const body = new RegExp(`(function ${step.name}\\b.*\\{\n)[\\s\\S]*?(\n\\})`);
				const text = (begun[step.file] ?? '').replace(body, (_, head, end) => head + step.lines.join('\n') + end);
				expect(text).not.toBe(begun[step.file]);
				expect(failuresOf(await check(challenge, { ...begun, [step.file]: text }, [step.checks]))).toEqual([]);
			}
		});
	});

	test('the held-back checks agree with the solution and fail at the start', async () => {
		const held = Object.keys(hidden.checks);
		expect(held.length).toBeGreaterThan(0);
		const solution = { ...challenge.start.fr, ...hidden.solution };
		expect(failuresOf(await check(challenge, solution, held, hidden.checks))).toEqual([]);
		expect(failuresOf(await check(challenge, challenge.start.fr, held, hidden.checks))).not.toEqual([]);
	});

	test('every figure of the decision has its words, and no two options come out the same', async () => {
		const { options, another } = challenge.decision;
		const solution = { ...challenge.start.fr, ...hidden.solution };
		const values = Object.fromEntries(another.map((setting) => [setting.id, setting.start]));
		const offered = another.length > 0 ? [...options, 'another'] : options;
		const outcomes = [];
		for (const option of offered) {
			const figures = await measureProgram(
				solution,
				challenge.surroundings,
				option,
				option === 'another' ? values : {}
			);
			for (const language of LANGUAGES) {
				expect(figures.map((figure) => figure.id).sort()).toEqual(Object.keys(challenge.text[language].figures).sort());
			}
			for (const figure of figures) expect(Number.isFinite(figure.value)).toBe(true);
			outcomes.push(JSON.stringify(figures));
		}
		expect(new Set(outcomes).size).toBe(offered.length);
	});

	test('the figures follow from what the program does', async () => {
		const option = challenge.decision.options[0] ?? '';
		const solution = { ...challenge.start.fr, ...hidden.solution };
		const before = await measureProgram(challenge.start.fr, challenge.surroundings, option, {});
		expect(await measureProgram(solution, challenge.surroundings, option, {})).not.toEqual(before);
	});

	test('the author thought of likely mistakes', () => {
		expect(Object.keys(hidden.mutants).length).toBeGreaterThanOrEqual(4);
		expect(Object.keys(hidden.mutants)).toEqual(readdirSync(join(root, id, 'private', 'mutants')).sort());
	});

	test.each(Object.entries(hidden.mutants))(
		'the mistake %s is caught by a check that the student sees',
		async (_, mutant) => {
			if (!lastBuild) throw new Error('no step is built');
			const report = await check(challenge, { ...challenge.start.fr, ...mutant }, [lastBuild.checks]);
			expect(report.load).toBeUndefined();
			const caught = report.results.filter((result) => result.status === 'fail');
			expect(caught.length).toBeGreaterThan(0);
			// A mistake that no check tells from an empty program would teach nothing.
			expect(caught.length).toBeLessThan(report.results.length);
		}
	);
});

/** The files a student has when the step is first entered after the ones before. */
function beginning(challenge: Challenge, language: Language, step: Step): Files {
	let files = challenge.start[language];
	for (const each of challenge.steps) {
		const own = challenge.opens[language][each.id];
		if (own && (each.opens === 'always' || each.id === step.id)) files = { ...files, ...own };
		if (each.id === step.id) break;
	}
	return files;
}

/** Held-back checks stand at the same paths as those that the student sees. */
function check(challenge: Challenge, program: Files, checks: string[], held: Files = {}): Promise<Report> {
	return checkProgram(program, { ...challenge.surroundings, ...held }, checks);
}
