/**
 * Checks may put something else in place of what a program finds around it: `vi.spyOn(console, 'log')`. In the browser both have
 * one `console`; here the program's half is told, and puts a stand-in for it in place of its own. So it is with fake timers: there is one
 * clock, in the checks' half, and the program sets its timers there.
 */
import type { Time } from '../../check/fake-timers.ts';

const WATCHED = [
	...['log', 'info', 'warn', 'error', 'debug'].map((key) => ['console', key] as const),
	['Math', 'random'],
	['Date', 'now'],
	...['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'].map((key) => ['globalThis', key] as const),
	['time', 'now'],
	['time', 'elapsed']
] as const;

type Holder = Record<string, unknown>;
/** `undefined`: its own again. */
export type Replace = (holder: string, key: string, value: unknown) => void;

/** The module of the program's half that does it. */
export const MIRROR = 'braise:mirror';

const holderOf = (name: string, time: Time): Holder =>
	name === 'time' ? (time as unknown as Holder) : (Reflect.get(globalThis, name) as Holder);

/** In the checks' half: call what is given before the program is asked for anything. */
export function createFollower(time: Time, replace: () => Replace): () => void {
	const watched = WATCHED.map(([name, key]) => {
		const holder = holderOf(name, time);
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
export function createReplace(time: Time): Replace {
	const originals = WATCHED.map(([name, key]) => ({ name, key, value: holderOf(name, time)[key] }));
	return (name, key, value) => {
		const original = originals.find((entry) => entry.name === name && entry.key === key);
		if (original !== undefined) holderOf(name, time)[key] = value ?? original.value;
	};
}
