import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStorage } from '#lib/storage/open.ts';
import { SavedWork } from '#lib/storage/saved-work.svelte.ts';
import { createTestChallenge, createTestReport, exampleSteps } from '#lib/steps/fixtures/challenge.ts';
import type { Compilation, Compiler, Stage } from '#sandbox/contract.ts';
import type { Report } from '#sandbox/report.ts';
import { Program } from '../code/program.svelte.ts';
import type { LessonSession } from './lesson-session.svelte.ts';
import { createTestSession } from './testing.ts';

beforeEach(() => {
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => {
	vi.unstubAllGlobals();
});

const BUILD_STEP_CHALLENGE = createTestChallenge([{ ...exampleSteps.build, opens: false }], {
	start: { fr: { 'main.ts': 'start' }, en: {} },
	surroundings: { 'checks/write.ts': '' }
});

const BUNDLED_COMPILATION: Compilation = { kind: 'bundle', bundle: { code: '', map: '' }, duration: 1 };

async function beginSession(): Promise<LessonSession> {
	const session = createTestSession(BUILD_STEP_CHALLENGE);
	// The session shows the first step's program in a microtask: wait for it.
	await Promise.resolve();
	return session;
}

/** Creates a program whose checks end only when the test ends them. */
function createProgramWithManualChecks(compile: Compiler['compile'] = () => Promise.resolve(BUNDLED_COMPILATION)) {
	const ends: ((report: Report) => void)[] = [];
	const reusedPaths: string[][] = [];
	const compiler: Compiler = {
		compile,
		reuseFiles: ({ files }) => void reusedPaths.push(Object.keys(files)),
		warm: () => Promise.resolve(),
		dispose: () => undefined
	};
	const doNothing = () => undefined;
	const stage: Stage = {
		ready: Promise.resolve(),
		prepare: doNothing,
		run: () => ({
			stop: doNothing,
			pause: doNothing,
			resume: doNothing,
			step: doNothing,
			updateSceneInput: doNothing,
			setMuted: doNothing,
			captureStagePicture: () => Promise.resolve(null)
		}),
		check: () => new Promise((resolve) => ends.push(resolve)),
		call: () => Promise.reject(new Error('not called')),
		measure: () => Promise.reject(new Error('not called')),
		reset: () => Promise.resolve(),
		dispose: doNothing
	};
	const waitForChecks = (count: number) => vi.waitFor(() => expect(ends).toHaveLength(count));
	return { program: new Program(compiler, stage), ends, checking: waitForChecks, reusedPaths };
}

test('a scene uses the language of the challenge’s texts', () => {
	const english = createTestChallenge([exampleSteps.build], { languages: ['en'] });
	expect(createTestSession(english).createSceneInput().language).toBe('en');
	expect(createTestSession(BUILD_STEP_CHALLENGE).createSceneInput().language).toBe('fr');
});

test('the compiler reuses the precompiled start once the challenge’s surrounding files arrive', async () => {
	const { program, reusedPaths } = createProgramWithManualChecks();
	const unloaded = createTestChallenge([exampleSteps.build], { start: { fr: { 'main.ts': 'start' }, en: {} } });
	const session = createTestSession(unloaded);
	session.attachProgram(program);
	await Promise.resolve();
	expect(reusedPaths).toEqual([]);
	const files = { compiler: 'test', helpers: [], files: [] };
	const bundle = { code: 'compiled', map: '', files };
	session.completeChallenge({
		...unloaded,
		surroundings: { 'scene.ts': '', 'checks/write.ts': '' },
		startBundle: { fr: bundle, en: bundle }
	});
	await vi.waitFor(() => expect(reusedPaths).toEqual([['scene.ts', 'checks/write.ts', 'main.ts']]));
});

test('a report is not attached to files edited while its checks ran', async () => {
	const { program, ends, checking } = createProgramWithManualChecks();
	const session = await beginSession();
	session.attachProgram(program);
	const run = session.run();
	await checking(1);
	session.editFiles({ 'main.ts': 'typed while the checks ran' });
	ends[0]?.(createTestReport('pass'));
	await run;
	expect(session.progress).toMatchObject({ passed: 1 });
	expect(session.browserReport).toEqual([]);

	const again = session.run();
	await checking(2);
	ends[1]?.(createTestReport('pass'));
	await again;
	expect(session.browserReport).toEqual([{ step: 'write', check: 'it', status: 'pass' }]);
});

test('a report of an older attempt is dropped', async () => {
	const { program, ends, checking } = createProgramWithManualChecks();
	const session = await beginSession();
	session.attachProgram(program);
	const first = session.run();
	await checking(1);
	const second = session.run();
	await checking(2);
	ends[0]?.(createTestReport('fail'));
	await first;
	expect(session.browserReport).toEqual([]);
	ends[1]?.(createTestReport('pass'));
	await second;
	expect(session.browserReport).toMatchObject([{ status: 'pass' }]);
});

test('a report that arrives after its session closed reaches neither that session nor the next', async () => {
	const { program, ends, checking } = createProgramWithManualChecks();
	const session = await beginSession();
	session.attachProgram(program);
	const run = session.run();
	await checking(1);
	session.dispose();
	const next = await beginSession();
	next.program = program;
	ends[0]?.(createTestReport('pass'));
	await run;
	expect(session.browserReport).toEqual([]);
	expect(next.browserReport).toEqual([]);
});

test('checks stop counting as running when a newer attempt replaces theirs', async () => {
	const { program, checking } = createProgramWithManualChecks();
	const session = await beginSession();
	session.attachProgram(program);
	void session.run();
	await checking(1);
	expect(program.checks.isRunning).toBe(true);
	await session.updateStage();
	expect(program.checks.isRunning).toBe(false);
});

test('a closed session saves nothing', async () => {
	const savedWork = new SavedWork(await openStorage({ account: null }), {
		kind: 'challenge',
		challenge: null,
		language: 'fr'
	});
	const save = vi.spyOn(savedWork, 'save');
	const session = await beginSession();
	session.setSavedWork(savedWork);
	session.dispose();
	await session.save();
	expect(save).not.toHaveBeenCalled();
});

test('missing functions are not restored from files that were replaced before they compiled', async () => {
	const pendingCompilations: ((compilation: Compilation) => void)[] = [];
	const { program } = createProgramWithManualChecks(() => new Promise((resolve) => pendingCompilations.push(resolve)));
	const session = await beginSession();
	session.attachProgram(program);
	session.editFiles({ 'main.ts': 'broken' });
	const first = session.run();
	session.editFiles({ 'main.ts': 'newer' });
	void session.run();
	await vi.waitFor(() => expect(pendingCompilations.length).toBeGreaterThan(1));
	for (const answer of pendingCompilations) answer({ kind: 'diagnostics', diagnostics: [] });
	await first;
	expect(session.earlierFiles).toEqual([{ 'main.ts': 'opened' }, { 'main.ts': 'start' }]);
});
