/** Repeats in the program's realm what checks replace in theirs, for example by `vi.spyOn(console, 'log')`. */
import type { ProgramTime } from '../../check/program-time.ts';

const MIRRORED_BUILT_INS = [
	...['log', 'info', 'warn', 'error', 'debug'].map((key) => ['console', key] as const),
	['Math', 'random'],
	['Date', 'now'],
	...['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'].map((key) => ['globalThis', key] as const),
	['time', 'now'],
	['time', 'elapsed']
] as const;

type BuiltInHolder = Record<string, unknown>;
/** Restores the built-in when `value` is undefined. */
export type BuiltInReplacer = (holder: string, key: string, value: unknown) => void;

export const BUILT_IN_MIRROR_MODULE = 'braise:mirror';

const builtInHolderOf = (name: string, time: ProgramTime): BuiltInHolder =>
	name === 'time' ? (time as unknown as BuiltInHolder) : (Reflect.get(globalThis, name) as BuiltInHolder);

/** The checks' realm calls the result before each request, because in a browser both share one `console` and clock. */
export function createBuiltInMirror(time: ProgramTime, getReplacer: () => BuiltInReplacer): () => void {
	// Two lists, because this runs before every request, and a list of objects with holder and key is slower to read.
	const holders = MIRRORED_BUILT_INS.map(([name]) => builtInHolderOf(name, time));
	const keys = MIRRORED_BUILT_INS.map(([, key]) => key);
	const originals: unknown[] = holders.map((holder, index) => holder[keys[index] as string]);
	const sentValues = [...originals];
	return () => {
		for (let index = 0; index < sentValues.length; index++) {
			const value = (holders[index] as BuiltInHolder)[keys[index] as string];
			if (value === sentValues[index]) continue;
			sentValues[index] = value;
			const [name, key] = MIRRORED_BUILT_INS[index] as (typeof MIRRORED_BUILT_INS)[number];
			getReplacer()(name, key, value === originals[index] ? undefined : value);
		}
	};
}

/** Called in the program's realm, before the program runs. */
export function createBuiltInReplacer(time: ProgramTime): BuiltInReplacer {
	const originals = MIRRORED_BUILT_INS.map(([name, key]) => ({ name, key, value: builtInHolderOf(name, time)[key] }));
	return (name, key, value) => {
		const original = originals.find((entry) => entry.name === name && entry.key === key);
		if (original !== undefined) builtInHolderOf(name, time)[key] = value ?? original.value;
	};
}
