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
	/** Asks to be rung with this number, once or again and again. `isLimit`: only when nothing else can happen any more. */
	ring(id: number, delay: number, repeats: boolean, isLimit: boolean): void;
	silence(id: number): void;
}

/** What the judge may call in a half. */
export interface Half {
	receive(text: string): string;
	ring(id: number): void;
	/** Tells the other half what changed here, unasked. */
	flush(): void;
	/** Gives the bundle, evaluated to a function. */
	begin(bundle: unknown, plan: string): void;
}

const NAME = 'braiseHost';

/** Takes the host away before any foreign code runs. */
export function takeHost(): Host {
	const holder = globalThis as unknown as Record<string, unknown>;
	const host = holder[NAME] as Host;
	Reflect.deleteProperty(holder, NAME);
	return host;
}

export function giveHalf(half: Half): void {
	(globalThis as unknown as Record<string, unknown>)['braiseHalf'] = half;
}
