import { createAssertionError } from './assertion.ts';
import { appendTamperProof, defineProperty, freeze, keys } from './intrinsics.ts';
import type { MatcherContext, Matcher, Matchers, MatcherResult } from './matchers/matcher.ts';
import { printValue } from './print.ts';
import { readProperty } from './property.ts';
import type { AssertionTally } from './assertion.ts';

export interface ExpectSubject {
	value: unknown;
	label: string | undefined;
	isSoft: boolean;
}

export class AssertionChain {
	readonly #subject: ExpectSubject;
	readonly #matcherContext: MatcherContext;
	readonly #currentTally: () => AssertionTally;

	constructor(subject: ExpectSubject, matcherContext: MatcherContext, currentTally: () => AssertionTally) {
		this.#subject = subject;
		this.#matcherContext = matcherContext;
		this.#currentTally = currentTally;
	}

	get not(): AssertionChain {
		return new (chainClassOf(this))(
			this.#subject,
			{ ...this.#matcherContext, isNegated: !this.#matcherContext.isNegated },
			this.#currentTally
		);
	}

	get resolves(): AssertionChain {
		return new (chainClassOf(this))(
			this.#subject,
			{ ...this.#matcherContext, promiseModifier: 'resolves' },
			this.#currentTally
		);
	}

	get rejects(): AssertionChain {
		return new (chainClassOf(this))(
			this.#subject,
			{ ...this.#matcherContext, promiseModifier: 'rejects' },
			this.#currentTally
		);
	}

	static applyMatcher(
		chain: AssertionChain,
		matcherName: string,
		matcher: Matcher,
		matcherArguments: unknown[]
	): unknown {
		const subject = chain.#subject;
		const matcherContext = chain.#matcherContext;
		const tally = chain.#currentTally();
		tally.assertionCount += 1;
		if (matcherContext.promiseModifier === undefined) {
			return runKeepingSoftFailure(subject, tally, () =>
				throwUnlessMatcherPasses(subject, matcherName, matcher, matcherArguments, matcherContext)
			);
		}
		const promise = applyMatcherWhenSettled(subject, tally, matcherName, matcher, matcherArguments, matcherContext);
		void ignoreRejection(promise);
		appendTamperProof(tally.pendingPromises, promise);
		return promise;
	}

	/** Creates a separate class for each `expect`, so that `expect.extend` does not affect another `expect`. */
	static createClassWithMatchers(matchers: Matchers): typeof AssertionChain {
		class ChainWithMatchers extends AssertionChain {
			// Without it, older engines pass arguments through the array iterator, which a program can replace.
			constructor(subject: ExpectSubject, matcherContext: MatcherContext, currentTally: () => AssertionTally) {
				super(subject, matcherContext, currentTally);
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
					return AssertionChain.applyMatcher(this, name, matcher, values);
				}
			});
		}
	}
}

function chainClassOf(chain: AssertionChain): typeof AssertionChain {
	return chain.constructor as typeof AssertionChain;
}

async function applyMatcherWhenSettled(
	subject: ExpectSubject,
	tally: AssertionTally,
	matcherName: string,
	matcher: Matcher,
	matcherArguments: unknown[],
	matcherContext: MatcherContext
): Promise<void> {
	const value = await awaitSettledValue(subject.value, matcherContext.promiseModifier ?? 'resolves');
	runKeepingSoftFailure(subject, tally, () =>
		throwUnlessMatcherPasses({ ...subject, value }, matcherName, matcher, matcherArguments, matcherContext)
	);
}

function throwUnlessMatcherPasses(
	subject: ExpectSubject,
	matcherName: string,
	matcher: Matcher,
	matcherArguments: unknown[],
	matcherContext: MatcherContext
): void {
	const outcome = matcher(subject.value, matcherArguments, matcherContext);
	if (outcome.kind === 'tested' && outcome.pass !== matcherContext.isNegated) return;
	throw createAssertionError({
		matcher: fullMatcherName(matcherName, matcherContext),
		...describeFailure(subject, outcome, matcherContext)
	});
}

function fullMatcherName(matcherName: string, { isNegated, promiseModifier }: MatcherContext): string {
	return `${promiseModifier === undefined ? '' : `${promiseModifier}.`}${isNegated ? 'not.' : ''}${matcherName}`;
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

function runKeepingSoftFailure(subject: ExpectSubject, tally: AssertionTally, check: () => void): void {
	if (!subject.isSoft) return check();
	try {
		check();
	} catch (error) {
		appendTamperProof(tally.softFailures, error);
	}
}

/** So that the rejection does not count as unhandled; a check that awaits the promise still receives it. */
async function ignoreRejection(promise: Promise<unknown>): Promise<void> {
	try {
		await promise;
	} catch {
		// A check that awaits the promise receives its rejection.
	}
}

async function awaitSettledValue(value: unknown, promiseModifier: 'resolves' | 'rejects'): Promise<unknown> {
	const promise: unknown = promiseModifier === 'rejects' && typeof value === 'function' ? value() : value;
	if (typeof readProperty(promise, 'then') !== 'function')
		throw createSettlementError(promiseModifier, 'expected a promise, and was given', promise);
	let result: unknown;
	try {
		result = await promise;
	} catch (error) {
		if (promiseModifier === 'rejects') return error;
		throw createSettlementError(promiseModifier, 'the promise was rejected with', error);
	}
	if (promiseModifier === 'resolves') return result;
	throw createSettlementError(promiseModifier, 'the promise was fulfilled with', result);
}

function createSettlementError(matcher: string, phrase: string, value: unknown): Error {
	const receivedText = printValue(value);
	return createAssertionError({ matcher, message: `${phrase} ${receivedText}`, received: receivedText });
}
