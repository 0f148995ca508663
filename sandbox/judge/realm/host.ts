/** Functions that the judge gives to a realm. They take and return only numbers and text. */
export interface RealmHost {
	send(text: string): string;
	/** Reports progress. Ignored from the program's realm. */
	tell(text: string): void;
	write(text: string): void;
	/** Returns the processor time in milliseconds; real time where the system does not measure threads. */
	real(): number;
	now(): number;
	random(): number;
	ring(id: number, delay: number, kind: TimerKind): void;
	silence(id: number): void;
}

/** `limit` fires only when nothing else can ever run, `idle` as soon as nothing else can run now. */
export const TIMER_KINDS = ['once', 'repeats', 'limit', 'idle'] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];

export interface RealmFunctions {
	receive(text: string): string;
	ring(id: number): void;
	flush(): void;
	/** Starts the realm. `bundle` is the function that its bundle evaluates to. */
	begin(bundle: unknown, plan: string): void;
}
export const REALM_FUNCTION_NAMES = ['receive', 'ring', 'flush', 'begin'] as const satisfies (keyof RealmFunctions)[];

/** Names in the engine's global scope. The realm removes `HOST_GLOBAL`, the judge removes `REALM_GLOBAL`. */
export const HOST_GLOBAL = 'braiseHost';
export const REALM_GLOBAL = 'braiseRealm';

type HostFunctions = Omit<RealmHost, 'ring'> & { ring(id: number, delay: number, kind: number): void };

/** Returns the judge's functions and removes them from the global scope, before any foreign code runs. */
export function takeRealmHost(): RealmHost {
	const globalScope = globalThis as unknown as Record<string, unknown>;
	const { send, tell, write, real, now, random, ring, silence } = globalScope[HOST_GLOBAL] as HostFunctions;
	Reflect.deleteProperty(globalScope, HOST_GLOBAL);
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
