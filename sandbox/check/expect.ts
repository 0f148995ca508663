import {
	any,
	anything,
	arrayContaining,
	closeTo,
	makeAsymmetric,
	objectContaining,
	stringContaining,
	stringMatching
} from './asymmetric.ts';
import { assertionError } from './assertion.ts';
import { append, apply, isNotANumber, keys, TrueTypeError } from './intrinsics.ts';
import { callMatchers } from './matchers/calls.ts';
import { contentMatchers } from './matchers/contents.ts';
import type { Circumstances, Matcher, Matchers, Outcome } from './matchers/matcher.ts';
import { thrownMatchers } from './matchers/thrown.ts';
import { valueMatchers } from './matchers/values.ts';
import { print } from './print.ts';
import { read } from './property.ts';

/** What the assertions of one check leave behind, for whoever runs it. */
export interface Tally {
	assertions: number;
	/** What `expect.assertions(n)` or `expect.hasAssertions()` asked for. */
	wanted?: number | 'some';
	/** Failures of `expect.soft`. */
	soft: unknown[];
	/** Promises of `resolves` and `rejects` that nobody may have waited for. */
	pending: Promise<unknown>[];
}

export function emptyTally(): Tally {
	return { assertions: 0, soft: [], pending: [] };
}

interface Subject {
	value: unknown;
	label: string | undefined;
	soft: boolean;
}

export type Expect = ((value: unknown, label?: string) => object) & Record<string, unknown>;

/** One `expect`, counting into whichever tally is current. */
export function createExpect(tally: () => Tally): Expect {
	const matchers: Matchers = { ...valueMatchers, ...contentMatchers, ...thrownMatchers, ...callMatchers };

	function assertion(subject: Subject): object {
		const chain = link(subject, { negated: false });
		return Object.assign(chain, {
			not: link(subject, { negated: true }),
			resolves: settledLinks(subject, 'resolves'),
			rejects: settledLinks(subject, 'rejects')
		});
	}

	function link(subject: Subject, circumstances: Circumstances): Record<string, unknown> {
		const methods: Record<string, unknown> = {};
		const names = keys(matchers);
		for (let index = 0; index < names.length; index++) {
			const name = names[index] as string;
			const matcher = matchers[name] as Matcher;
			methods[name] = (...values: unknown[]) => perform(subject, name, matcher, values, circumstances);
		}
		return methods;
	}

	function perform(
		subject: Subject,
		name: string,
		matcher: Matcher,
		values: unknown[],
		circumstances: Circumstances
	): unknown {
		const current = tally();
		current.assertions += 1;
		if (circumstances.settled === undefined) {
			return softly(subject, current, () => decide(subject, name, matcher, values, circumstances));
		}
		const promise = later(subject, current, name, matcher, values, circumstances);
		void quiet(promise);
		append(current.pending, promise);
		return promise;
	}

	async function later(
		subject: Subject,
		current: Tally,
		name: string,
		matcher: Matcher,
		values: unknown[],
		circumstances: Circumstances
	): Promise<void> {
		const value = await settle(subject.value, circumstances.settled ?? 'resolves');
		softly(subject, current, () => decide({ ...subject, value }, name, matcher, values, circumstances));
	}

	function settledLinks(subject: Subject, settled: 'resolves' | 'rejects'): object {
		return Object.assign(link(subject, { negated: false, settled }), {
			not: link(subject, { negated: true, settled })
		});
	}

	const expect = (value: unknown, label?: string) => assertion({ value, label, soft: false });
	return Object.assign(expect, asymmetricMakers(), {
		soft: (value: unknown, label?: string) => assertion({ value, label, soft: true }),
		assertions(count: number) {
			tally().wanted = count;
		},
		hasAssertions() {
			tally().wanted = 'some';
		},
		unreachable(message?: string) {
			tally().assertions += 1;
			throw assertionError({ matcher: 'unreachable', message: message ?? 'this line was not to be reached' });
		},
		fail(message?: string) {
			tally().assertions += 1;
			throw assertionError({ matcher: 'fail', message: message ?? 'failed' });
		},
		extend(added: unknown) {
			const names = keys(added as object);
			for (let index = 0; index < names.length; index++) {
				const name = names[index] as string;
				const matcher = extension(read(added, name));
				matchers[name] = matcher;
				Object.assign(expect, { [name]: (...values: unknown[]) => asymmetricFrom(name, matcher, values) });
			}
		}
	}) as unknown as Expect;
}

function decide(
	subject: Subject,
	name: string,
	matcher: Matcher,
	values: unknown[],
	circumstances: Circumstances
): void {
	const outcome = matcher(subject.value, values, circumstances);
	if (outcome.kind === 'tested' && outcome.pass !== circumstances.negated) return;
	throw assertionError({ matcher: fullName(name, circumstances), ...described(subject, outcome, circumstances) });
}

function fullName(name: string, { negated, settled }: Circumstances): string {
	return `${settled === undefined ? '' : `${settled}.`}${negated ? 'not.' : ''}${name}`;
}

function described(
	subject: Subject,
	outcome: Outcome,
	{ negated }: Circumstances
): { message: string; expected?: string; received?: string } {
	const label = subject.label === undefined ? '' : `${subject.label}: `;
	if (outcome.kind === 'misused') return { message: label + outcome.message, received: print(subject.value) };
	const received = print('received' in outcome ? outcome.received : subject.value);
	const phrase = `${negated ? 'not ' : ''}${outcome.phrase}`;
	if (!('expected' in outcome)) return { message: `${label}expected ${received} ${phrase}`, received };
	const expected = print(outcome.expected);
	return { message: `${label}expected ${received} ${phrase} ${expected}`, expected, received };
}

function softly(subject: Subject, current: Tally, check: () => void): void {
	if (!subject.soft) return check();
	try {
		check();
	} catch (error) {
		append(current.soft, error);
	}
}

/** Who waits for it hears of it; here it only must not count as unhandled. */
async function quiet(promise: Promise<unknown>): Promise<void> {
	try {
		await promise;
	} catch {
		// Told to the check.
	}
}

async function settle(value: unknown, wanted: 'resolves' | 'rejects'): Promise<unknown> {
	const promise: unknown = wanted === 'rejects' && typeof value === 'function' ? value() : value;
	if (typeof read(promise, 'then') !== 'function') {
		throw assertionError({
			matcher: wanted,
			message: `expected a promise, and was given ${print(promise)}`,
			received: print(promise)
		});
	}
	let result: unknown;
	try {
		result = await promise;
	} catch (error) {
		if (wanted === 'rejects') return error;
		throw assertionError({
			matcher: wanted,
			message: `the promise was rejected with ${print(error)}`,
			received: print(error)
		});
	}
	if (wanted === 'resolves') return result;
	throw assertionError({
		matcher: wanted,
		message: `the promise was fulfilled with ${print(result)}`,
		received: print(result)
	});
}

function asymmetricMakers(): Record<string, unknown> {
	return {
		anything,
		any,
		stringContaining: (part: unknown) => stringContaining(part).is,
		stringMatching: (pattern: unknown) => stringMatching(pattern).is,
		arrayContaining: (list: unknown) => arrayContaining(list).is,
		objectContaining: (object: unknown) => objectContaining(object).is,
		closeTo: (value: unknown, digits?: unknown) => closeTo(value, digits).is,
		not: {
			stringContaining: (part: unknown) => stringContaining(part).isNot,
			stringMatching: (pattern: unknown) => stringMatching(pattern).isNot,
			arrayContaining: (list: unknown) => arrayContaining(list).isNot,
			objectContaining: (object: unknown) => objectContaining(object).isNot,
			closeTo: (value: unknown, digits?: unknown) => closeTo(value, digits).isNot
		}
	};
}

/** A matcher of `expect.extend`: `(received, ...expected) => ({ pass, message: () => text })`. */
function extension(written: unknown): Matcher {
	if (typeof written !== 'function') throw new TrueTypeError('expect.extend() expects functions');
	return (received, values, { negated }) => {
		const answer: unknown = apply(written as (...values: unknown[]) => unknown, { isNot: negated }, [
			received,
			...values
		]);
		const pass = Boolean(read(answer, 'pass'));
		const message = read(answer, 'message');
		if (pass !== negated || typeof message !== 'function') return { kind: 'tested', pass, phrase: 'to pass' };
		return { kind: 'misused', message: String(message()) };
	};
}

function asymmetricFrom(name: string, matcher: Matcher, values: unknown[]): object {
	return makeAsymmetric({
		matches(value) {
			const outcome = matcher(value, values, { negated: false });
			return outcome.kind === 'tested' && outcome.pass;
		},
		name: () => `${name}(${values.map(print).join(', ')})`
	});
}

/** What `expect.assertions` found wanting. */
export function missingAssertions({ assertions, wanted }: Tally): unknown {
	if (wanted === undefined || wanted === assertions || (wanted === 'some' && assertions > 0)) return undefined;
	if (typeof wanted === 'number' && isNotANumber(wanted)) return undefined;
	const expected = wanted === 'some' ? 'at least 1' : String(wanted);
	return assertionError({
		matcher: 'assertions',
		message: `expected ${expected} assertions, and ${assertions} were made`,
		expected,
		received: String(assertions)
	});
}
