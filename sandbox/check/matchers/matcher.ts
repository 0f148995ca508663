/** How a matcher answers. Texts are made only when they are needed. */
export type MatcherResult =
	| { kind: 'tested'; pass: boolean; phrase: string; expected?: unknown; received?: unknown }
	/** `.toMatch` of a number: neither it nor its `.not` holds. */
	| { kind: 'misused'; message: string };

export interface Circumstances {
	negated: boolean;
	settled?: 'resolves' | 'rejects';
}

export type Matcher = (received: unknown, values: unknown[], circumstances: Circumstances) => MatcherResult;

export type Matchers = Record<string, Matcher>;

/** Without `expected` the phrase says it all: "to be true". */
export function tested(
	pass: boolean,
	phrase: string,
	sides: { expected?: unknown; received?: unknown } = {}
): MatcherResult {
	return { kind: 'tested', pass, phrase, ...sides };
}

export function misused(message: string): MatcherResult {
	return { kind: 'misused', message };
}
