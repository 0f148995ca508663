/** Functions that the judge lends to a realm; they take and return only numbers and text. */
export interface RealmHost {
	send(text: string): string;
	/** Reports progress; accepted from the checks' realm only. */
	tell(text: string): void;
	write(text: string): void;
	/** Returns the processor time in milliseconds, or real time where threads are not measured. */
	real(): number;
	now(): number;
	random(): number;
	ring(id: number, delay: number, kind: TimerKind): void;
	silence(id: number): void;
}

/** `limit` fires only when nothing else can happen any more, `idle` as soon as nothing else can run now. */
export const TIMER_KINDS = ['once', 'repeats', 'limit', 'idle'] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];

export interface RealmFunctions {
	receive(text: string): string;
	ring(id: number): void;
	flush(): void;
	/** Starts the realm with its bundle, evaluated to a function. */
	begin(bundle: unknown, plan: string): void;
}
export const REALM_CALLS = ['receive', 'ring', 'flush', 'begin'] as const satisfies (keyof RealmFunctions)[];

/** Names in the engine's global scope; the realm removes the first and the judge the second. */
export const HOST_GLOBAL = 'braiseHost';
export const REALM_GLOBAL = 'braiseRealm';

type HostFunctions = Omit<RealmHost, 'ring'> & { ring(id: number, delay: number, kind: number): void };

/** Returns the host and removes it from the global scope, before any foreign code runs. */
export function takeRealmHost(): RealmHost {
	const holder = globalThis as unknown as Record<string, unknown>;
	const { send, tell, write, real, now, random, ring, silence } = holder[HOST_GLOBAL] as HostFunctions;
	Reflect.deleteProperty(holder, HOST_GLOBAL);
	return {
		send,
		tell,
		write,
		real,
		now,
		random,
		ring: (id, delay, kind) => ring(id, delay, TIMER_KINDS.indexOf(kind)),
		silence
	};
}

export function giveRealmFunctions(functions: RealmFunctions): void {
	(globalThis as unknown as Record<string, unknown>)[REALM_GLOBAL] = functions;
}
