import { printValue, problemOfError, createConsoleCapture, runChecks, type CheckModule } from '../../check/index.ts';
import type { ProgramQuestionOutcome, CheckPlan } from '../../protocol.ts';
import type { MeasuredFigure, CheckResult } from '../../report.ts';
import { placeOfErrorInBundle } from '../bundle-place.ts';
import { findExportedFunction, type LoadedBundle } from './program.ts';
import { originalClearTimeout, originalNow, originalSetTimeout, sendToFrame } from './worker-globals.ts';

const problemOutcomeOf = (thrown: unknown): ProgramQuestionOutcome => ({
	kind: 'problem',
	problem: problemOfError(thrown, placeOfErrorInBundle)
});

function copyThroughJson(value: unknown): unknown {
	try {
		return JSON.parse(JSON.stringify(value) ?? 'null') as unknown;
	} catch {
		return null;
	}
}

export async function answerCall(
	load: () => LoadedBundle,
	name: string,
	args: unknown[]
): Promise<ProgramQuestionOutcome> {
	try {
		const programFunction = findExportedFunction(load().program(), name);
		if (programFunction === undefined) throw new TypeError(`${name} is not a function`);
		const value = await programFunction(...args);
		return { kind: 'value', shown: printValue(value), data: copyThroughJson(value) };
	} catch (thrown) {
		return problemOutcomeOf(thrown);
	}
}

export async function answerMeasure(
	load: () => LoadedBundle,
	option: string,
	values: Record<string, number>
): Promise<ProgramQuestionOutcome> {
	try {
		const bundle = load();
		bundle.program();
		const measure = bundle.scene === undefined ? undefined : findExportedFunction(bundle.scene(), 'measure');
		if (measure === undefined) throw new TypeError('The scene does not export measure.');
		const figures = copyThroughJson(await measure(option, values));
		// The figures are validated where they are received.
		return { kind: 'figures', figures: Array.isArray(figures) ? (figures as MeasuredFigure[]) : [] };
	} catch (thrown) {
		return problemOutcomeOf(thrown);
	}
}

interface CheckingSetup {
	module: CheckModule;
	loadBundle(): LoadedBundle;
	plan: CheckPlan;
	skippedPaths: string[][];
	seedRandom(seed: number): void;
}

export async function performChecks({
	module,
	loadBundle,
	plan,
	skippedPaths,
	seedRandom
}: CheckingSetup): Promise<void> {
	const capturedConsole = createConsoleCapture();
	globalThis.console = capturedConsole.console as unknown as Console;
	let results: CheckResult[] = [];
	const takeUnsentResults = () => {
		const takenResults = results;
		results = [];
		return takenResults;
	};
	let bundle: LoadedBundle;
	try {
		bundle = loadBundle();
		// The program is loaded before the check files, so that its error at load is reported once and not for each file.
		bundle.program();
	} catch (error) {
		return sendToFrame({ type: 'finished', results, load: problemOfError(error, placeOfErrorInBundle) });
	}
	const report = await runChecks({
		module,
		checkFiles: plan.files.map((file) => ({ file, evaluate: () => evaluateChecks(bundle, file) })),
		host: {
			now: originalNow,
			setTimer: originalSetTimeout,
			clearTimer: originalClearTimeout,
			seedRandom,
			takeConsoleEntries: () => capturedConsole.takeBatch().entries,
			placeOf: placeOfErrorInBundle
		},
		timeLimit: plan.timeLimit,
		seed: plan.seed,
		skippedPaths,
		onPlan: (paths) => sendToFrame({ type: 'planned', paths }),
		onStart: (path, timeLimit) => sendToFrame({ type: 'begun', results: takeUnsentResults(), path, timeLimit }),
		onResult: (result) => results.push(result)
	});
	sendToFrame({
		type: 'finished',
		results: takeUnsentResults(),
		...(report.load === undefined ? {} : { load: report.load })
	});
}

function evaluateChecks({ checks }: LoadedBundle, file: string): void {
	const check = checks[file];
	if (check === undefined) throw new Error(`The bundle has no checks at ${file}.`);
	check();
}
