/** The object that `expect(value)` returns: every matcher, with `not`, `resolves` and `rejects`. */
import { createAssertionError } from './assertion.ts';
import { appendItem, defineProperty, freeze, keys } from './intrinsics.ts';
import type { MatcherContext, Matcher, Matchers, MatcherResult } from './matchers/matcher.ts';
import { printValue } from './print.ts';
import { readProperty } from './property.ts';
import type { AssertionTally } from './tally.ts';

export interface ExpectSubject {
	value: unknown;
	label: string | undefined;
	isSoft: boolean;
}

export class AssertionChain {
	readonly #subject: ExpectSubject;
	readonly #circumstances: MatcherContext;
	readonly #tally: () => AssertionTally;

	constructor(subject: ExpectSubject, circumstances: MatcherContext, tally: () => AssertionTally) {
		this.#subject = subject;
		this.#circumstances = circumstances;
		this.#tally = tally;
	}

	get not(): AssertionChain {
		return new (chainClassOf(this))(
			this.#subject,
			{ ...this.#circumstances, isNegated: !this.#circumstances.isNegated },
			this.#tally
		);
	}

	get resolves(): AssertionChain {
		return new (chainClassOf(this))(
			this.#subject,
			{ ...this.#circumstances, promiseModifier: 'resolves' },
			this.#tally
		);
	}

	get rejects(): AssertionChain {
		return new (chainClassOf(this))(this.#subject, { ...this.#circumstances, promiseModifier: 'rejects' }, this.#tally);
	}

	static performMatcher(chain: AssertionChain, name: string, matcher: Matcher, values: unknown[]): unknown {
		const subject = chain.#subject;
		const circumstances = chain.#circumstances;
		const tally = chain.#tally();
		tally.assertions += 1;
		if (circumstances.promiseModifier === undefined) {
			return noteFailureIfSoft(subject, tally, () => throwUnlessPassed(subject, name, matcher, values, circumstances));
		}
		const promise = decideWhenSettled(subject, tally, name, matcher, values, circumstances);
		void ignoreRejection(promise);
		appendItem(tally.pendingPromises, promise);
		return promise;
	}

	/** Creates a separate class for each `expect`, so that `extend` on one does not affect another. */
	static withMatchers(matchers: Matchers): typeof AssertionChain {
		class ChainWithMatchers extends AssertionChain {
			// In older engines, a class without a constructor of its own passes arguments on through the array iterator, which a
			// program can replace.
			constructor(subject: ExpectSubject, circumstances: MatcherContext, tally: () => AssertionTally) {
				super(subject, circumstances, tally);
				freeze(this);
			}
		}
		AssertionChain.addMatchers(ChainWithMatchers, matchers);
		return ChainWithMatchers;
	}

	static addMatchers(to: typeof AssertionChain, matchers: Matchers): void {
		const names = keys(matchers);
		for (let index = 0; index < names.length; index++) {
			const name = names[index] as string;
			const matcher = matchers[name] as Matcher;
			defineProperty(to.prototype, name, {
				configurable: true,
				value(this: AssertionChain, ...values: unknown[]) {
					return AssertionChain.performMatcher(this, name, matcher, values);
				}
			});
		}
	}
}

function chainClassOf(chain: AssertionChain): typeof AssertionChain {
	return chain.constructor as typeof AssertionChain;
}

async function decideWhenSettled(
	subject: ExpectSubject,
	tally: AssertionTally,
	name: string,
	matcher: Matcher,
	values: unknown[],
	circumstances: MatcherContext
): Promise<void> {
	const value = await settledValue(subject.value, circumstances.promiseModifier ?? 'resolves');
	noteFailureIfSoft(subject, tally, () =>
		throwUnlessPassed({ ...subject, value }, name, matcher, values, circumstances)
	);
}

function throwUnlessPassed(
	subject: ExpectSubject,
	name: string,
	matcher: Matcher,
	values: unknown[],
	circumstances: MatcherContext
): void {
	const outcome = matcher(subject.value, values, circumstances);
	if (outcome.kind === 'tested' && outcome.pass !== circumstances.isNegated) return;
	throw createAssertionError({
		matcher: fullName(name, circumstances),
		...describeFailure(subject, outcome, circumstances)
	});
}

function fullName(name: string, { isNegated, promiseModifier }: MatcherContext): string {
	return `${promiseModifier === undefined ? '' : `${promiseModifier}.`}${isNegated ? 'not.' : ''}${name}`;
}

function describeFailure(
	subject: ExpectSubject,
	outcome: MatcherResult,
	{ isNegated }: MatcherContext
): { message: string; expected?: string; received?: string } {
	const label = subject.label === undefined ? '' : `${subject.label}: `;
	if (outcome.kind === 'misused') return { message: label + outcome.message, received: printValue(subject.value) };
	const receivedText = printValue('received' in outcome ? outcome.received : subject.value);
	const phrase = `${isNegated ? 'not ' : ''}${outcome.phrase}`;
	if (!('expected' in outcome))
		return { message: `${label}expected ${receivedText} ${phrase}`, received: receivedText };
	const expectedText = printValue(outcome.expected);
	return {
		message: `${label}expected ${receivedText} ${phrase} ${expectedText}`,
		expected: expectedText,
		received: receivedText
	};
}

function noteFailureIfSoft(subject: ExpectSubject, tally: AssertionTally, check: () => void): void {
	if (!subject.isSoft) return check();
	try {
		check();
	} catch (error) {
		appendItem(tally.softFailures, error);
	}
}

/**
 * Handles the promise's rejection here, so that it does not count as unhandled. A check that awaits the promise still receives the
 * rejection.
 */
async function ignoreRejection(promise: Promise<unknown>): Promise<void> {
	try {
		await promise;
	} catch {
		// The check receives the same rejection.
	}
}

async function settledValue(value: unknown, wanted: 'resolves' | 'rejects'): Promise<unknown> {
	const promise: unknown = wanted === 'rejects' && typeof value === 'function' ? value() : value;
	if (typeof readProperty(promise, 'then') !== 'function')
		throw settlementError(wanted, 'expected a promise, and was given', promise);
	let result: unknown;
	try {
		result = await promise;
	} catch (error) {
		if (wanted === 'rejects') return error;
		throw settlementError(wanted, 'the promise was rejected with', error);
	}
	if (wanted === 'resolves') return result;
	throw settlementError(wanted, 'the promise was fulfilled with', result);
}

function settlementError(matcher: string, phrase: string, value: unknown): Error {
	const receivedText = printValue(value);
	return createAssertionError({ matcher, message: `${phrase} ${receivedText}`, received: receivedText });
}
