/**
 * Checks may put something else in place of what a program finds around it: `vi.spyOn(console, 'log')`. In the browser both have
 * one `console`; here the program's half is told, and puts a stand-in for it in place of its own.
 */
const WATCHED = [
	...['log', 'info', 'warn', 'error', 'debug'].map((key) => ['console', key] as const),
	['Math', 'random'],
	['Date', 'now']
] as const;

type Holder = Record<string, unknown>;
/** `undefined`: its own again. */
export type Replace = (holder: string, key: string, value: unknown) => void;

/** The module of the program's half that does it. */
export const MIRROR = 'braise:mirror';

const holderOf = (name: string): Holder => Reflect.get(globalThis, name) as Holder;

/** In the checks' half: call what is given before the program is asked for anything. */
export function createFollower(replace: () => Replace): () => void {
	const watched = WATCHED.map(([name, key]) => {
		const holder = holderOf(name);
		return { name, key, holder, original: holder[key], told: holder[key] };
	});
	return () => {
		for (const entry of watched) {
			const value = entry.holder[entry.key];
			if (value === entry.told) continue;
			entry.told = value;
			replace()(entry.name, entry.key, value === entry.original ? undefined : value);
		}
	};
}

/** In the program's half, before the program. */
export function createReplace(): Replace {
	const originals = WATCHED.map(([name, key]) => ({ name, key, value: holderOf(name)[key] }));
	return (name, key, value) => {
		const original = originals.find((entry) => entry.name === name && entry.key === key);
		if (original !== undefined) holderOf(name)[key] = value ?? original.value;
	};
}
