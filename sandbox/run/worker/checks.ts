/** Runs check files, and reports when each check begins and how it ended. */
import { createConsoleCapture, problemOfError, runChecks, type CheckModule } from '../../check/index.ts';
import type { CheckPlan } from '../../protocol.ts';
import type { CheckResult } from '../../report.ts';
import { placeOfErrorInBundle } from '../bundle-place.ts';
import { originalClearTimeout, originalNow, originalSetTimeout, sendToFrame } from './worker-globals.ts';
import type { LoadedBundle } from './program.ts';

export interface CheckingSetup {
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
