/** Result of a matcher; messages are composed only when a check fails. */
export type MatcherResult =
	| { kind: 'tested'; pass: boolean; phrase: string; expected?: unknown; received?: unknown }
	/** The matcher cannot be used on this value, such as `.toMatch` on a number. Both the matcher and its `.not` fail. */
	| { kind: 'misused'; message: string };

export interface MatcherContext {
	isNegated: boolean;
	promiseModifier?: 'resolves' | 'rejects';
}

export type Matcher = (received: unknown, values: unknown[], matcherContext: MatcherContext) => MatcherResult;

export type Matchers = Record<string, Matcher>;

export function createMatcherResult(
	pass: boolean,
	phrase: string,
	sides: { expected?: unknown; received?: unknown } = {}
): MatcherResult {
	return { kind: 'tested', pass, phrase, ...sides };
}

export function createMisuseResult(message: string): MatcherResult {
	return { kind: 'misused', message };
}
