import type { ConsoleEntry } from '../../report.ts';
import { createConsoleCapture } from '../../check/console.ts';
import { createProgramTime, type ProgramTime } from '../../check/program-time.ts';
import { installLocaleCompare } from './missing-built-ins.ts';
import { createStructuredCopy } from './missing-built-ins.ts';
import type { RealmHost, TimerKind } from './host.ts';

/** Records every proxy when it is made, since a proxy cannot be recognised in another way. */
export function recordProxies(): (value: object) => boolean {
	const proxies = new WeakSet<object>();
	const recordProxy = <Value extends object>(value: Value): Value => {
		proxies.add(value);
		return value;
	};
	const RealProxy = Proxy;
	globalThis.Proxy = new RealProxy(RealProxy, {
		construct: (realProxy, values, maker) => recordProxy(Reflect.construct(realProxy, values, maker) as object),
		get(realProxy, key, receiver): unknown {
			if (key !== 'revocable') return Reflect.get(realProxy, key, receiver);
			return (target: object, handler: ProxyHandler<object>) => {
				const revocable = RealProxy.revocable(target, handler);
				recordProxy(revocable.proxy);
				return revocable;
			};
		}
	});
	return (value) => proxies.has(value);
}

/** Captured before a program can replace `JSON.stringify`, because the judge parses what it returns. */
const { stringify } = JSON;

export interface RealmTimers {
	time: ProgramTime;
	fireTimer(id: number): void;
	setLimitTimer(callback: () => void, delay: number): number;
	callWhenIdle(callback: () => void): void;
	cancelTimer(id: number): void;
}

export function installRealmGlobals(host: RealmHost): RealmTimers {
	const time = createProgramTime(() => host.now());
	const callbackById = new Map<number, { run: () => void; repeats: boolean }>();
	let lastTimerId = 0;
	const startTimer = (run: () => void, delay: number, kind: TimerKind): number => {
		lastTimerId += 1;
		callbackById.set(lastTimerId, { run, repeats: kind === 'repeats' });
		host.startTimer(lastTimerId, Math.max(1, delay), kind);
		return lastTimerId;
	};
	const createTimerFunction =
		(kind: TimerKind) =>
		(callback: unknown, delay?: unknown, ...values: unknown[]): number => {
			if (typeof callback !== 'function') return 0;
			return startTimer(() => void Reflect.apply(callback, undefined, values), Number(delay) || 0, kind);
		};
	const cancelTimer = (id: unknown): void => {
		if (typeof id === 'number' && callbackById.delete(id)) host.cancelTimer(id);
	};
	defineGlobal('setTimeout', createTimerFunction('once'));
	defineGlobal('setInterval', createTimerFunction('repeats'));
	defineGlobal('clearTimeout', cancelTimer);
	defineGlobal('clearInterval', cancelTimer);
	defineGlobal('queueMicrotask', (callback: () => void) => void Promise.resolve().then(callback));
	defineGlobal('structuredClone', createStructuredCopy);
	defineGlobal('console', createForwardingConsole(host));
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
		fireTimer(id) {
			const entry = callbackById.get(id);
			if (entry?.repeats === false) callbackById.delete(id);
			entry?.run();
		},
		setLimitTimer: (callback, delay) => startTimer(callback, delay, 'limit'),
		callWhenIdle: (callback) => void startTimer(callback, 0, 'idle'),
		cancelTimer
	};
}

function defineGlobal(name: string, value: unknown): void {
	Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
}

function createFakeDate(now: () => number): unknown {
	const RealDate = Date;
	RealDate.now = now;
	return new Proxy(RealDate, {
		construct: (date, values: unknown[], maker: new () => object) =>
			Reflect.construct(date, values.length === 0 ? [now()] : values, maker) as object,
		apply: () => new RealDate(now()).toString()
	});
}

/** Returns a console that sends each line at once, so that the lines of both realms stay in order. */
function createForwardingConsole(host: RealmHost): object {
	const capturedConsole = createConsoleCapture();
	const methods = Object.entries(capturedConsole.console).map(([name, write]) => [
		name,
		(...values: unknown[]) => {
			write(...values);
			const entries: ConsoleEntry[] = capturedConsole.takeLines();
			if (entries.length > 0) host.writeToConsole(stringify(entries));
		}
	]);
	return Object.fromEntries(methods) as object;
}
