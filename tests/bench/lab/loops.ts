/** Runs endless programs, and measures how soon they are ended, the page's gaps, and the recovery. */
import type { Bundle, CheckOptions, Compiler, RunOptions, Sources, Stage } from '#sandbox/contract.ts';
import { EventLoopGapWatch } from './gap.ts';
import type { LoopTimes } from './protocol.ts';

const ENDLESS_LOOP_CODE = 'while (true) {}';

async function compileWithChangedMain(
	compiler: Compiler,
	sources: Sources,
	main: (text: string) => string
): Promise<Bundle> {
	const files = { ...sources.files, 'main.ts': main(sources.files['main.ts'] ?? '') };
	const compilation = await compiler.compile({ ...sources, files });
	if (compilation.kind !== 'bundle') throw new Error(`Not compiled: ${JSON.stringify(compilation)}`);
	return compilation.bundle;
}

/** Makes the program loop at its first call for a price, which the scene makes at once. */
export async function measureLoopInScene(
	stage: Stage,
	compiler: Compiler,
	sources: Sources,
	options: RunOptions
): Promise<LoopTimes> {
	const loopingBundle = await compileWithChangedMain(compiler, sources, (text) =>
		text.replace('number {', `number { ${ENDLESS_LOOP_CODE}`)
	);
	const workingBundle = await compileWithChangedMain(compiler, sources, (text) => text);
	await runUntilDrawn(stage, workingBundle, options);
	const gapWatch = new EventLoopGapWatch();
	const startMoment = performance.now();
	let limitMoment = 0;
	await new Promise<void>((resolve) => {
		stage.run(loopingBundle, options, (event) => {
			if (event.type === 'error' && event.problem.kind === 'time') limitMoment = event.problem.limit;
			if (event.type === 'kept' || event.type === 'stopped') resolve();
		});
	});
	const stopMoment = performance.now();
	await runUntilDrawn(stage, workingBundle, options);
	return {
		overtime: stopMoment - startMoment - limitMoment,
		recoveryTime: performance.now() - stopMoment,
		longestGap: gapWatch.endAndReadLongestGap(),
		reportedCheckCount: 0
	};
}

function runUntilDrawn(stage: Stage, bundle: Bundle, options: RunOptions): Promise<void> {
	return new Promise((resolve) => {
		stage.run(bundle, options, (event) => event.type === 'drawn' && resolve());
	});
}

/** Makes the program loop in one check, the only one that asks for the price of this minute. */
export async function measureLoopInCheck(
	stage: Stage,
	compiler: Compiler,
	sources: Sources,
	options: CheckOptions
): Promise<LoopTimes> {
	const loopingBundle = await compileWithChangedMain(compiler, sources, (text) =>
		text.replace('number {', `number { if (minutes === 63) ${ENDLESS_LOOP_CODE}`)
	);
	const workingBundle = await compileWithChangedMain(compiler, sources, (text) => text);
	const usualCheck = await measureDuration(() => stage.check(workingBundle, options));
	const gapWatch = new EventLoopGapWatch();
	const { duration, value } = await measureDuration(() => stage.check(loopingBundle, options));
	const checkAgain = await measureDuration(() => stage.check(workingBundle, options));
	return {
		overtime: duration - usualCheck.duration - options.timeLimit,
		recoveryTime: checkAgain.duration,
		longestGap: gapWatch.endAndReadLongestGap(),
		reportedCheckCount: value.results.filter(({ status }) => status === 'pass').length
	};
}

async function measureDuration<Value>(act: () => Promise<Value>): Promise<{ duration: number; value: Value }> {
	const startMoment = performance.now();
	const value = await act();
	return { duration: performance.now() - startMoment, value };
}
