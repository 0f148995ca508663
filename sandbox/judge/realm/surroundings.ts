/** The globals that programs and checks have besides the language, the same as in the browser. */
import type { ConsoleEntry } from '../../report.ts';
import { createConsole } from '../../check/console.ts';
import { createProgramTime, type ProgramTime } from '../../check/program-time.ts';
import { installLocaleCompare } from './locale-compare.ts';
import { structuredCopy } from './structured-copy.ts';
import type { RealmHost, TimerKind } from './host.ts';

export interface RealmSurroundings {
	time: ProgramTime;
	ring(id: number): void;
	/** Calls back when nothing else can ever run. */
	limit(callback: () => void, delay: number): number;
	/** Calls back as soon as nothing else can run now. */
	idle(callback: () => void): void;
	silence(id: number): void;
}

export function installSurroundings(host: RealmHost): RealmSurroundings {
	const time = createProgramTime(() => host.now());
	const callbacks = new Map<number, { run: () => void; repeats: boolean }>();
	let lastTimerId = 0;
	const wait = (run: () => void, delay: number, kind: TimerKind): number => {
		lastTimerId += 1;
		callbacks.set(lastTimerId, { run, repeats: kind === 'repeats' });
		host.ring(lastTimerId, Math.max(1, delay), kind);
		return lastTimerId;
	};
	const timer =
		(kind: TimerKind) =>
		(callback: unknown, delay?: unknown, ...values: unknown[]): number => {
			if (typeof callback !== 'function') return 0;
			return wait(() => void Reflect.apply(callback, undefined, values), Number(delay) || 0, kind);
		};
	const silence = (id: unknown): void => {
		if (typeof id === 'number' && callbacks.delete(id)) host.silence(id);
	};
	defineGlobal('setTimeout', timer('once'));
	defineGlobal('setInterval', timer('repeats'));
	defineGlobal('clearTimeout', silence);
	defineGlobal('clearInterval', silence);
	defineGlobal('queueMicrotask', (callback: () => void) => void Promise.resolve().then(callback));
	defineGlobal('structuredClone', structuredCopy);
	defineGlobal('console', createSendingConsole(host));
	defineGlobal('performance', { now: () => time.elapsed() });
	defineGlobal(
		'Date',
		createFakeDate(() => time.now())
	);
	installLocaleCompare();
	Math.random = () => host.random();
	for (const name of ['SharedArrayBuffer', 'Float16Array', 'InternalError']) Reflect.deleteProperty(globalThis, name);
	return {
		time,
		ring(id) {
			const entry = callbacks.get(id);
			if (entry?.repeats === false) callbacks.delete(id);
			entry?.run();
		},
		limit: (callback, delay) => wait(callback, delay, 'limit'),
		idle: (callback) => void wait(callback, 0, 'idle'),
		silence
	};
}

function defineGlobal(name: string, value: unknown): void {
	Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
}

function createFakeDate(now: () => number): unknown {
	const real = Date;
	real.now = now;
	return new Proxy(real, {
		construct: (date, values: unknown[], maker: new () => object) =>
			Reflect.construct(date, values.length === 0 ? [now()] : values, maker) as object,
		apply: () => new real(now()).toString()
	});
}

/** Returns a console that sends each line at once, so that the lines of both realms stay in order. */
function createSendingConsole(host: RealmHost): object {
	const captured = createConsole();
	const methods = Object.entries(captured.console).map(([name, write]) => [
		name,
		(...values: unknown[]) => {
			write(...values);
			const entries: ConsoleEntry[] = captured.takeLines();
			if (entries.length > 0) host.write(JSON.stringify(entries));
		}
	]);
	return Object.fromEntries(methods) as object;
}
