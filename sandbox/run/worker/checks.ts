/** Runs check files and sends when each check begins and how it ended. */
import { createConsole, problemOf, runChecks, type CheckModule } from '../../check/index.ts';
import type { CheckPlan } from '../../protocol.ts';
import type { CheckResult } from '../../report.ts';
import { placeOf } from '../bundle-place.ts';
import { realClear, realNow, realTimeout, send } from './outgoing.ts';
import type { Loaded } from './program.ts';

export interface Checking {
	module: CheckModule;
	load(): Loaded;
	plan: CheckPlan;
	skip: string[][];
	seed(seed: number): void;
}

export async function performChecks({ module, load, plan, skip, seed }: Checking): Promise<void> {
	const captured = createConsole();
	globalThis.console = captured.console as unknown as Console;
	let results: CheckResult[] = [];
	const takeResults = () => {
		const some = results;
		results = [];
		return some;
	};
	let loaded: Loaded;
	try {
		loaded = load();
		// Load the program here, so that an error at load is reported once and not for each file.
		loaded.program();
	} catch (error) {
		return send({ type: 'finished', results, load: problemOf(error, placeOf) });
	}
	const report = await runChecks({
		module,
		load: plan.files.map((file) => ({ file, evaluate: () => evaluate(loaded, file) })),
		host: {
			now: realNow,
			setTimer: realTimeout,
			clearTimer: realClear,
			seed,
			takeConsole: () => captured.take().entries,
			place: placeOf
		},
		timeLimit: plan.timeLimit,
		seed: plan.seed,
		skip,
		onPlan: (paths) => send({ type: 'planned', paths }),
		onStart: (path, timeLimit) => send({ type: 'begun', results: takeResults(), path, timeLimit }),
		onResult: (result) => results.push(result)
	});
	send({ type: 'finished', results: takeResults(), ...(report.load === undefined ? {} : { load: report.load }) });
}

function evaluate({ checks }: Loaded, file: string): void {
	const check = checks[file];
	if (check === undefined) throw new Error(`The bundle has no checks at ${file}.`);
	check();
}
