import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Compilation, Compiler, RunEvent, RunOptions, SceneInput, Sources, Stage } from '#sandbox/contract.ts';
import type { CheckResult, Problem, Report } from '#sandbox/report.ts';
import type { StoredItems } from '#sandbox/stored-items.ts';
import type { ArrivingFileContents } from '../files/arriving-contents.ts';
import { Program } from './program.svelte.ts';

const TYPING_PAUSE_MS = 1000;
const testSceneInput: SceneInput = { labels: {}, language: 'fr', theme: 'light', situation: '', reducedMotion: false };
const PROBLEM_PLACE = { file: 'main.ts', line: 3, column: 1 };
const timeLimitProblem: Problem = { kind: 'time', limit: 2000 };
const exampleThrownProblem: Problem = { kind: 'thrown', name: 'Error', message: 'lost' };
const doNothing = () => undefined;

interface StartedRun {
	code: string;
	options: RunOptions;
	stopped: boolean;
	muted: boolean | undefined;
	hear: (event: RunEvent) => void;
}

/** Creates a program with a fake compiler and stage. Code with "(" does not compile; other code is its own compiled form. */
function createTestProgram(report: (code: string) => Report = () => createCheckReport()) {
	const runs: StartedRun[] = [];
	const preludes: string[] = [];
	const compiler: Compiler = {
		compile: ({ files, guarded }: Sources): Promise<Compilation> => {
			const text = files['main.ts'] ?? '';
			if (text.includes('('))
				return Promise.resolve({
					kind: 'diagnostics',
					diagnostics: [{ kind: 'syntax', message: '', place: PROBLEM_PLACE, length: 1 }]
				});
			const code = guarded ? `guarded ${text}` : text;
			const prelude = files['scene.ts'];
			const bundle = { code, map: '', ...(prelude !== undefined && { prelude }) };
			return Promise.resolve({ kind: 'bundle', bundle, duration: 1 });
		},
		reuseFiles: doNothing,
		warm: () => Promise.resolve(),
		dispose: doNothing
	};
	const stage: Stage = {
		ready: Promise.resolve(),
		prepare: (prelude) => void preludes.push(prelude),
		run: ({ code }, options, hear) => {
			const run = { code, options, stopped: false, muted: options.isMuted, hear };
			runs.push(run);
			return {
				stop: () => (run.stopped = true),
				pause: doNothing,
				resume: doNothing,
				step: doNothing,
				updateSceneInput: doNothing,
				setMuted: (isMuted) => void (run.muted = isMuted),
				captureStagePicture: () => Promise.resolve(null)
			};
		},
		check: ({ code }) => Promise.resolve(report(code)),
		call: () => Promise.reject(new Error('not called')),
		measure: () => Promise.reject(new Error('not called')),
		reset: () => Promise.resolve(),
		dispose: doNothing
	};
	const program = new Program(compiler, stage);
	const runTestAttempt = (text: string, checks: string | null = null, contents?: ArrivingFileContents) => {
		const files = { 'main.ts': text };
		const sources: Sources = { files, program: 'main.ts', checks: [] };
		return program.runAttempt({
			sources,
			studentFiles: files,
			sceneInput: testSceneInput,
			kind: 'scene',
			checksFile: checks,
			whenSaved: Promise.resolve(),
			...(contents && { ownFileContents: contents })
		});
	};
	const latestRun = () => runs.at(-1) as StartedRun;
	const sendEvents = (...events: RunEvent[]) => {
		for (const event of events) latestRun().hear(event);
	};
	/** Edits the code and runs the new text at once, as a live program does. */
	const typeAndRun = (text: string) => {
		program.markEdited();
		return runTestAttempt(text);
	};
	return { program, prepared: preludes, runs, latestRun, sendEvents, runTestAttempt, typeAndRun };
}

const createCheckReport = (...results: CheckResult[]): Report => ({ format: 1, results, duration: 1 });
const createCheckResult = (id: string, problem?: Problem): CheckResult => ({
	path: [id],
	status: problem ? 'error' : 'pass',
	console: [],
	duration: 1,
	...(problem && { problem })
});
const drawnEvent: RunEvent = { type: 'drawn', frame: 1, description: ['a street'] };
const thrownErrorEvent: RunEvent = { type: 'error', problem: exampleThrownProblem };

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

test('the stage is marked as outdated once typing pauses, until a newer picture is drawn', async () => {
	const { program, sendEvents, typeAndRun } = createTestProgram();
	await typeAndRun('one');
	sendEvents(drawnEvent);
	await typeAndRun('one(');
	expect(program).toMatchObject({ isTyping: true, pictureState: 'newest', playState: 'running' });
	vi.advanceTimersByTime(TYPING_PAUSE_MS - 1);
	expect(program.isTyping).toBe(true);
	vi.advanceTimersByTime(1);
	expect(program).toMatchObject({ isTyping: false, pictureState: 'earlier', playState: 'running' });
	expect(program.diagnostics).toHaveLength(1);

	await typeAndRun('two');
	expect(program).toMatchObject({ pictureState: 'earlier', diagnostics: [] });
	sendEvents(drawnEvent);
	expect(program.pictureState).toBe('newest');
});

test('every run receives the last stored items, also an earlier program that replays after a failure', async () => {
	const { program, sendEvents, latestRun, typeAndRun } = createTestProgram();
	const keeper = {
		storedItems: [['best', '1']] as StoredItems,
		keepItems(items: StoredItems) {
			this.storedItems = items;
		}
	};
	program.itemKeeper = keeper;
	await typeAndRun('one');
	expect(latestRun().options.storedItems).toEqual([['best', '1']]);
	sendEvents(drawnEvent, { type: 'stored', items: [['best', '2']] });
	await typeAndRun('two');
	expect(latestRun().options.storedItems).toEqual([['best', '2']]);
	sendEvents(drawnEvent, { type: 'stored', items: [['best', '3']] }, thrownErrorEvent, {
		type: 'stopped',
		reason: 'error'
	});
	expect(latestRun()).toMatchObject({ code: 'one', options: { storedItems: [['best', '3']] } });
	sendEvents({ type: 'stored', items: [] });
	expect(keeper.storedItems).toEqual([]);
	program.ignoreOldItems();
	sendEvents({ type: 'stored', items: [['best', '4']] });
	expect(keeper.storedItems).toEqual([]);
});

test('a challenge’s program receives no stored items', async () => {
	const { latestRun, typeAndRun } = createTestProgram();
	await typeAndRun('one');
	expect(latestRun().options).not.toHaveProperty('storedItems');
});

test('each program is counted at its first picture, also when it replaces a playing program', async () => {
	const { program, sendEvents, typeAndRun } = createTestProgram();
	await typeAndRun('one');
	sendEvents(drawnEvent, { type: 'drawn', frame: 2 });
	expect(program.drawnProgramCount).toBe(1);
	await typeAndRun('two');
	expect(program.drawnProgramCount).toBe(1);
	sendEvents(drawnEvent);
	expect(program.drawnProgramCount).toBe(2);
});

test('a program tells whether its sound is heard, and muting also holds for the next run', async () => {
	const { program, latestRun, sendEvents, typeAndRun } = createTestProgram();
	await typeAndRun('one');
	expect(program.isSoundHeard).toBeNull();
	sendEvents({ type: 'sound', isHeard: false });
	expect(program.isSoundHeard).toBe(false);
	sendEvents({ type: 'sound', isHeard: true });
	expect(program.isSoundHeard).toBe(true);
	program.setMuted(true);
	expect([program.isMuted, latestRun().muted]).toEqual([true, true]);
	await typeAndRun('two');
	expect(latestRun().muted).toBe(true);
	program.setMuted(false);
	expect([program.isMuted, latestRun().muted]).toEqual([false, false]);
	program.stopAndForget();
	expect(program.isSoundHeard).toBeNull();
});

test('a pause between an edit and its run holds for that run, not for the next', async () => {
	const { program, latestRun, sendEvents, typeAndRun } = createTestProgram();
	await typeAndRun('one');
	sendEvents(drawnEvent);
	const pendingRun = typeAndRun('two');
	program.pause();
	await pendingRun;
	expect(program.playState).toBe('paused');
	expect(latestRun()).toMatchObject({ code: 'two', options: { paused: true } });
	await typeAndRun('three');
	expect(program.playState).toBe('running');
	expect(latestRun().options.paused).toBe(false);
	const resumedRun = typeAndRun('four');
	program.pause();
	program.resume();
	await resumedRun;
	expect(program.playState).toBe('running');
});

test('the stage is not marked as outdated while a new program prepares its first picture', async () => {
	const { program, sendEvents, typeAndRun } = createTestProgram();
	await typeAndRun('one');
	sendEvents(drawnEvent);
	await typeAndRun('two(');
	await typeAndRun('two');
	vi.advanceTimersByTime(TYPING_PAUSE_MS);
	expect(program).toMatchObject({ isTyping: false, pictureState: 'newest' });
	sendEvents(thrownErrorEvent, { type: 'kept' });
	expect(program).toMatchObject({ pictureState: 'earlier', problem: exampleThrownProblem });
});

test('a program that fails before it draws leaves the earlier one playing', async () => {
	const { program, sendEvents, runTestAttempt } = createTestProgram();
	await runTestAttempt('one');
	sendEvents(drawnEvent);
	await runTestAttempt('two');
	sendEvents(thrownErrorEvent, { type: 'kept' }, { type: 'drawn', frame: 90, description: ['two people'] });
	expect(program).toMatchObject({ playState: 'running', pictureState: 'earlier', problem: exampleThrownProblem });
	expect(program.description).toEqual(['two people']);
});

test('a program that fails after drawing is replaced by the program before it', async () => {
	const { program, runs, sendEvents, runTestAttempt } = createTestProgram();
	await runTestAttempt('one');
	sendEvents(drawnEvent);
	await runTestAttempt('two');
	sendEvents(drawnEvent, thrownErrorEvent, { type: 'stopped', reason: 'error' });
	expect(runs.map(({ code }) => code)).toEqual(['one', 'two', 'one']);
	sendEvents(drawnEvent);
	expect(program).toMatchObject({ playState: 'running', pictureState: 'earlier', problem: exampleThrownProblem });
});

test('when the earlier program fails as well, the program before it plays', async () => {
	const { program, runs, sendEvents, runTestAttempt } = createTestProgram();
	for (const code of ['one', 'two', 'three']) {
		await runTestAttempt(code);
		sendEvents(drawnEvent);
	}
	sendEvents(thrownErrorEvent, { type: 'stopped', reason: 'error' });
	sendEvents(drawnEvent, thrownErrorEvent, { type: 'stopped', reason: 'error' });
	sendEvents(drawnEvent);
	expect(runs.map(({ code }) => code)).toEqual(['one', 'two', 'three', 'two', 'one']);
	expect(program).toMatchObject({ playState: 'running', pictureState: 'earlier', problem: exampleThrownProblem });
});

test('an error of an older program is not reported for newer code', async () => {
	const { program, latestRun, runTestAttempt } = createTestProgram();
	await runTestAttempt('one');
	const olderRun = latestRun();
	program.markEdited();
	olderRun.hear(thrownErrorEvent);
	expect(program.problem).toBeNull();
});

test('an edit removes the problem reported for the earlier code', async () => {
	const { program, sendEvents, runTestAttempt } = createTestProgram();
	await runTestAttempt('one');
	sendEvents(thrownErrorEvent, { type: 'stopped', reason: 'error' });
	expect(program.problem).toEqual(exampleThrownProblem);
	program.markEdited();
	expect(program.problem).toBeNull();
});

test('after a hang the stage stops, and the endless loop is reported once it is found', async () => {
	const { program, latestRun, sendEvents, runTestAttempt } = createTestProgram();
	await runTestAttempt('one');
	sendEvents(drawnEvent);
	await runTestAttempt('two');
	const hungRun = latestRun();
	sendEvents({ type: 'error', problem: timeLimitProblem }, { type: 'kept' });
	expect(hungRun.stopped).toBe(true);
	expect(program).toMatchObject({ playState: 'ended', pictureState: 'stuck', problem: null });
	await vi.waitFor(() => expect(latestRun().code).toBe('guarded two'));
	sendEvents({ type: 'error', problem: { kind: 'time', limit: 400, place: PROBLEM_PLACE } });
	await vi.waitFor(() => expect(program.problem).toEqual({ ...timeLimitProblem, place: PROBLEM_PLACE }));
	expect(latestRun().stopped).toBe(true);
});

test('once a hanging program is edited, the program before it plays again', async () => {
	const { program, latestRun, sendEvents, runTestAttempt, typeAndRun } = createTestProgram();
	await runTestAttempt('one');
	sendEvents(drawnEvent);
	await runTestAttempt('two');
	sendEvents({ type: 'error', problem: timeLimitProblem }, { type: 'kept' });
	await typeAndRun('two(');
	expect(latestRun().code).toBe('one');
	expect(program).toMatchObject({ playState: 'running', pictureState: 'newest' });
	await vi.advanceTimersByTimeAsync(1000);
	expect(program).toMatchObject({ playState: 'running', pictureState: 'earlier' });
});

test('a hang is not marked while typing, and never if newer code runs before a pause', async () => {
	const { program, sendEvents, runTestAttempt } = createTestProgram();
	await runTestAttempt('one');
	sendEvents(drawnEvent);
	program.markEdited();
	await runTestAttempt('two');
	sendEvents({ type: 'error', problem: timeLimitProblem }, { type: 'kept' });
	expect(program.pictureState).toBe('newest');
	program.markEdited();
	await runTestAttempt('three');
	sendEvents(drawnEvent);
	await vi.advanceTimersByTimeAsync(1000);
	expect(program.pictureState).toBe('newest');
});

test('a hang is marked once the typing pauses', async () => {
	const { program, sendEvents, runTestAttempt } = createTestProgram();
	await runTestAttempt('one');
	sendEvents(drawnEvent);
	program.markEdited();
	await runTestAttempt('two');
	sendEvents({ type: 'error', problem: timeLimitProblem }, { type: 'kept' });
	await vi.advanceTimersByTimeAsync(1000);
	expect(program).toMatchObject({ playState: 'ended', pictureState: 'stuck' });
});

test('a hanging program that plays with guards restarts, and is called endless at its second hang', async () => {
	const { program, latestRun, sendEvents, runTestAttempt } = createTestProgram();
	await runTestAttempt('one');
	sendEvents(drawnEvent, { type: 'error', problem: timeLimitProblem }, { type: 'stopped', reason: 'hang' });
	expect(program).toMatchObject({ playState: 'ended', pictureState: 'stuck' });
	const waitForGuardedRun = async () => {
		await vi.waitFor(() => expect(latestRun()).toMatchObject({ code: 'guarded one', options: { silenceLimit: 4000 } }));
		sendEvents(drawnEvent);
		await vi.advanceTimersByTimeAsync(30_000);
	};
	await waitForGuardedRun();
	expect(latestRun()).toMatchObject({ code: 'one', options: { silenceLimit: 5000 } });
	sendEvents(drawnEvent);
	expect(program).toMatchObject({ playState: 'running', pictureState: 'newest', problem: null });

	sendEvents({ type: 'error', problem: timeLimitProblem }, { type: 'stopped', reason: 'hang' });
	await waitForGuardedRun();
	expect(program).toMatchObject({ playState: 'ended', pictureState: 'stuck', problem: timeLimitProblem });
});

test('a guarded program that draws and is then silent is called endless, and not played again', async () => {
	const { program, latestRun, sendEvents, runTestAttempt } = createTestProgram();
	await runTestAttempt('one');
	sendEvents(drawnEvent, { type: 'error', problem: timeLimitProblem }, { type: 'stopped', reason: 'hang' });
	await vi.waitFor(() => expect(latestRun().code).toBe('guarded one'));
	sendEvents(drawnEvent, { type: 'error', problem: timeLimitProblem }, { type: 'stopped', reason: 'hang' });
	await vi.waitFor(() => expect(program.problem).toEqual(timeLimitProblem));
	expect(latestRun().code).toBe('guarded one');
});

test('a check that ends when it is run again with guards has the new result', async () => {
	const { program, runTestAttempt } = createTestProgram((code) =>
		createCheckReport(createCheckResult('a', code.startsWith('guarded') ? undefined : timeLimitProblem))
	);
	await runTestAttempt('one', 'checks/a.ts');
	await vi.waitFor(() => expect(program.checks.isSearchingLoop).toBe(false));
	expect(program.checks.results).toEqual([createCheckResult('a')]);
});

test('checks that did not end are run again with guards, and name their loops', async () => {
	const { program, runTestAttempt } = createTestProgram((code) =>
		code.startsWith('guarded')
			? createCheckReport(
					createCheckResult('a'),
					createCheckResult('b', { kind: 'time', limit: 400, place: PROBLEM_PLACE })
				)
			: createCheckReport(createCheckResult('a'), createCheckResult('b', timeLimitProblem))
	);
	await runTestAttempt('one', 'checks/a.ts');
	expect(program.checks.isSearchingLoop).toBe(true);
	await vi.waitFor(() => expect(program.checks.isSearchingLoop).toBe(false));
	expect(program.checks.results).toEqual([
		createCheckResult('a'),
		createCheckResult('b', { ...timeLimitProblem, place: PROBLEM_PLACE })
	]);
});

test('a program that hangs after ten minutes is called endless thirty seconds later', async () => {
	const { program, latestRun, sendEvents, runTestAttempt } = createTestProgram();
	await runTestAttempt('one');
	sendEvents(drawnEvent);
	await vi.advanceTimersByTimeAsync(600_000);
	sendEvents({ type: 'error', problem: timeLimitProblem }, { type: 'stopped', reason: 'hang' });
	await vi.waitFor(() => expect(latestRun().code).toBe('guarded one'));
	await vi.advanceTimersByTimeAsync(30_000);
	expect(program.problem).toEqual(timeLimitProblem);
	expect(latestRun().stopped).toBe(true);
});

test('stopping a program ends the search for its endless loop', async () => {
	const { program, runTestAttempt } = createTestProgram(() =>
		createCheckReport(createCheckResult('a', timeLimitProblem))
	);
	await runTestAttempt('one', 'checks/a.ts');
	expect(program.checks.isSearchingLoop).toBe(true);
	program.stop();
	expect(program.checks.isSearchingLoop).toBe(false);
});

test('check results stay until newer ones arrive, and are stale after an edit', async () => {
	const reports = [
		createCheckReport(createCheckResult('a', exampleThrownProblem)),
		{ ...createCheckReport(), load: exampleThrownProblem },
		createCheckReport(createCheckResult('a'))
	];
	const { program, runTestAttempt } = createTestProgram(() => reports.shift() ?? createCheckReport());
	await runTestAttempt('one', 'checks/a.ts');
	program.markEdited();
	expect(program.checks).toMatchObject({
		results: [createCheckResult('a', exampleThrownProblem)],
		areResultsStale: true
	});
	await runTestAttempt('two', 'checks/a.ts');
	expect(program.checks).toMatchObject({
		results: [createCheckResult('a', exampleThrownProblem)],
		areResultsStale: true,
		loadProblem: exampleThrownProblem
	});
	await runTestAttempt('three', 'checks/a.ts');
	expect(program.checks).toMatchObject({
		results: [createCheckResult('a')],
		areResultsStale: false,
		loadProblem: null
	});
});

test('sources are compiled in advance once the compiler is loaded, unless an attempt was compiled before', async () => {
	const sources: Sources = { files: { 'main.ts': 'one', 'scene.ts': 'a scene' }, program: 'main.ts', checks: [] };
	const { program, prepared: preludes, runTestAttempt } = createTestProgram();
	await program.compileInAdvance(sources);
	expect(preludes).toEqual([]);
	await program.loadCompiler();
	await program.compileInAdvance(sources);
	expect(preludes).toEqual(['a scene']);

	const other = createTestProgram();
	await other.runTestAttempt('typed before');
	await other.program.compileInAdvance(sources);
	expect(other.prepared).toEqual([]);
	await runTestAttempt('two');
	expect(preludes).toEqual(['a scene']);
});

test('a picture file that arrives late restarts the program, unless it was stopped or edited', async () => {
	const [without, whole] = [{ 'cat.png': new Blob() }, { 'cat.png': new Blob(['cat']) }];
	let arrive: (all: typeof whole | null) => void = doNothing;
	const createArrivingContents = (): ArrivingFileContents => ({
		contentsSoon: Promise.resolve(without),
		contentsLater: new Promise((resolve) => (arrive = resolve)),
		hashByPath: { 'cat.png': 'hash' }
	});
	const { program, runs, runTestAttempt } = createTestProgram();
	await runTestAttempt('one', null, createArrivingContents());
	expect(runs.map(({ options }) => options.ownFiles)).toEqual([without]);
	arrive(whole);
	await vi.waitFor(() => expect(runs).toHaveLength(2));
	expect(runs[1]).toMatchObject({ code: 'one', options: { ownFiles: whole, hashes: { 'cat.png': 'hash' } } });
	for (const end of [() => program.stop(), () => program.markEdited()]) {
		await runTestAttempt('two', null, createArrivingContents());
		const { length } = runs;
		end();
		arrive(whole);
		await Promise.resolve();
		await Promise.resolve();
		expect(runs).toHaveLength(length);
	}
});
