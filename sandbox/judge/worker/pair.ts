/** Two instances, one for the checks and one for the program, with nothing between them but text. */
import type { QuickJSHandle } from 'quickjs-emscripten-core';
import type { Host } from '../half/host.ts';
import type { Owner } from './clock.ts';
import { Instance, Stopped } from './instance.ts';

export interface PairOptions {
	wasm: WebAssembly.Module;
	halves: Record<Owner, string>;
	megabytes: number;
	isOver(): boolean;
}

export interface Paired {
	instance: Instance;
	half: QuickJSHandle;
}

export type Pair = Record<Owner, Paired>;

/** The checks' half is first. `host` is asked only once something runs. */
export async function createPair(options: PairOptions, host: (owner: Owner) => Host): Promise<Pair> {
	const checks = await createHalf('checks', options, host('checks'));
	return { checks, program: await createHalf('program', options, host('program')) };
}

async function createHalf(owner: Owner, options: PairOptions, host: Host): Promise<Paired> {
	const instance = await Instance.create(options);
	instance.lend('braiseHost', host);
	instance.evaluate(options.halves[owner], `half-${owner}.js`).dispose();
	return { instance, half: instance.take('braiseHalf') };
}

export { Stopped };
