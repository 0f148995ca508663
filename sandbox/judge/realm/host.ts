/** What the judge lends to a half: functions that take and give numbers and texts. */
export interface Host {
	/** Asks the other half. */
	send(text: string): string;
	/** Only from the checks' half: how the checks are going. */
	tell(text: string): void;
	/** A line for the console. */
	write(text: string): void;
	/** Real milliseconds. */
	real(): number;
	/** Milliseconds of the fake clock. */
	now(): number;
	random(): number;
	/** Asks to be rung with this number. */
	ring(id: number, delay: number, kind: TimerKind): void;
	silence(id: number): void;
}

/** `limit`: only when nothing else can happen any more. `idle`: as soon as nothing else can be done now. */
export const TIMER_KINDS = ['once', 'repeats', 'limit', 'idle'] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];

/** What the judge may call in a half. */
export interface Half {
	receive(text: string): string;
	ring(id: number): void;
	/** Tells the other half what changed here, unasked. */
	flush(): void;
	/** Gives the bundle, evaluated to a function. */
	begin(bundle: unknown, plan: string): void;
}
export const HALF_CALLS = ['receive', 'ring', 'flush', 'begin'] as const satisfies (keyof Half)[];

/** Names in the engine's global scope, until the half takes the one away and the judge the other. */
export const HOST = 'braiseHost';
export const HALF = 'braiseHalf';

type Lent = Omit<Host, 'ring'> & { ring(id: number, delay: number, kind: number): void };

/** Takes the host away before any foreign code runs. */
export function takeHost(): Host {
	const holder = globalThis as unknown as Record<string, unknown>;
	const { send, tell, write, real, now, random, ring, silence } = holder[HOST] as Lent;
	Reflect.deleteProperty(holder, HOST);
	return {
		send,
		tell,
		write,
		real,
		now,
		random,
		// Only numbers and texts cross.
		ring: (id, delay, kind) => ring(id, delay, TIMER_KINDS.indexOf(kind)),
		silence
	};
}

export function giveHalf(half: Half): void {
	(globalThis as unknown as Record<string, unknown>)[HALF] = half;
}
