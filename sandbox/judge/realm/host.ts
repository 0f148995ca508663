/** Functions that the judge gives to a realm. They take and return only numbers and text. */
export interface RealmHost {
	sendToOtherRealm(text: string): string;
	/** Sends a text to the judge. Does nothing when the program's realm calls it. */
	reportProgress(text: string): void;
	writeToConsole(text: string): void;
	/** Returns milliseconds of processor time, or of real time where the system does not measure threads. */
	processorTime(): number;
	now(): number;
	random(): number;
	startTimer(id: number, delay: number, kind: TimerKind): void;
	cancelTimer(id: number): void;
}

/** `limit` fires only when nothing else can ever run, `idle` as soon as nothing else can run now. */
export const TIMER_KINDS = ['once', 'repeats', 'limit', 'idle'] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];

export interface RealmFunctions {
	receive(text: string): string;
	fireTimer(id: number): void;
	sendChanges(): void;
	/** Starts the realm. `bundle` is the function that results from evaluating the realm's bundle. */
	begin(bundle: unknown, plan: string): void;
}
export const REALM_FUNCTION_NAMES = [
	'receive',
	'fireTimer',
	'sendChanges',
	'begin'
] as const satisfies (keyof RealmFunctions)[];

/** Names in the engine's global scope. The realm removes `HOST_GLOBAL_NAME`, the judge removes `REALM_GLOBAL_NAME`. */
export const HOST_GLOBAL_NAME = 'braiseHost';
export const REALM_GLOBAL_NAME = 'braiseRealm';

type HostFunctions = Omit<RealmHost, 'startTimer'> & { startTimer(id: number, delay: number, kind: number): void };

/** Returns the judge's functions and removes them from the global scope, before any foreign code runs. */
export function takeHostFromJudge(): RealmHost {
	const globalScope = globalThis as unknown as Record<string, unknown>;
	const host = globalScope[HOST_GLOBAL_NAME] as HostFunctions;
	Reflect.deleteProperty(globalScope, HOST_GLOBAL_NAME);
	return { ...host, startTimer: (id, delay, kind) => host.startTimer(id, delay, TIMER_KINDS.indexOf(kind)) };
}

export function handRealmFunctionsToJudge(functions: RealmFunctions): void {
	(globalThis as unknown as Record<string, unknown>)[REALM_GLOBAL_NAME] = functions;
}
