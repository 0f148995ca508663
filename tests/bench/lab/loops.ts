/** Runs endless programs. Measures how soon they end, the page's gaps, and the recovery. */
import type { Bundle, CheckOptions, Compiler, RunOptions, Sources, Stage } from '#sandbox/contract.ts';
import { LongestGapWatch } from './gap.ts';
import type { LoopTimes } from './protocol.ts';

const LOOP = 'while (true) {}';

async function bundleOf(compiler: Compiler, sources: Sources, main: (text: string) => string): Promise<Bundle> {
	const files = { ...sources.files, 'main.ts': main(sources.files['main.ts'] ?? '') };
	const compilation = await compiler.compile({ ...sources, files });
	if (compilation.kind !== 'bundle') throw new Error(`Not compiled: ${JSON.stringify(compilation)}`);
	return compilation.bundle;
}

/** Makes the program loop at its first call for a price, which the scene makes at once. */
export async function loopInScene(
	stage: Stage,
	compiler: Compiler,
	sources: Sources,
	options: RunOptions
): Promise<LoopTimes> {
	const loops = await bundleOf(compiler, sources, (text) => text.replace('number {', `number { ${LOOP}`));
	const works = await bundleOf(compiler, sources, (text) => text);
	await runUntilDrawn(stage, works, options);
	const watch = new LongestGapWatch();
	const began = performance.now();
	let limit = 0;
	await new Promise<void>((resolve) => {
		stage.run(loops, options, (event) => {
			if (event.type === 'error' && event.problem.kind === 'time') limit = event.problem.limit;
			if (event.type === 'kept' || event.type === 'stopped') resolve();
		});
	});
	const stopMoment = performance.now();
	await runUntilDrawn(stage, works, options);
	return {
		pastLimit: stopMoment - began - limit,
		recovered: performance.now() - stopMoment,
		longestGap: watch.end(),
		reported: 0
	};
}

function runUntilDrawn(stage: Stage, bundle: Bundle, options: RunOptions): Promise<void> {
	return new Promise((resolve) => {
		stage.run(bundle, options, (event) => event.type === 'drawn' && resolve());
	});
}

/** Makes the program loop in one check, the only one that asks for the price of this minute. */
export async function loopInCheck(
	stage: Stage,
	compiler: Compiler,
	sources: Sources,
	plan: CheckOptions
): Promise<LoopTimes> {
	const loops = await bundleOf(compiler, sources, (text) =>
		text.replace('number {', `number { if (minutes === 63) ${LOOP}`)
	);
	const works = await bundleOf(compiler, sources, (text) => text);
	const usual = await measureDuration(() => stage.check(works, plan));
	const watch = new LongestGapWatch();
	const { took, value } = await measureDuration(() => stage.check(loops, plan));
	const again = await measureDuration(() => stage.check(works, plan));
	return {
		pastLimit: took - usual.took - plan.timeLimit,
		recovered: again.took,
		longestGap: watch.end(),
		reported: value.results.filter(({ status }) => status === 'pass').length
	};
}

async function measureDuration<Value>(act: () => Promise<Value>): Promise<{ took: number; value: Value }> {
	const began = performance.now();
	const value = await act();
	return { took: performance.now() - began, value };
}
