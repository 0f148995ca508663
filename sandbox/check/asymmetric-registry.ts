/** Tells asymmetric matchers from objects of a program that imitate such a matcher. */
import { TamperProofWeakMap } from './intrinsics.ts';

export interface AsymmetricMatcher {
	matches(value: unknown): boolean;
	name(): string;
}

const matcherByObject = new TamperProofWeakMap<object, AsymmetricMatcher>();

export function asymmetricMatcherOf(value: unknown): AsymmetricMatcher | undefined {
	return matcherByObject.get(value);
}

/**
 * Registers an asymmetric matcher. Only registered objects count as matchers, because a program can put Jest's mark
 * `Symbol.for('jest.asymmetricMatcher')` on an object, which would then equal everything.
 */
export function registerAsymmetricMatcher(asymmetricMatcher: AsymmetricMatcher): object {
	const matcherObject = {
		asymmetricMatch: (value: unknown) => asymmetricMatcher.matches(value),
		toString: () => asymmetricMatcher.name()
	};
	matcherByObject.set(matcherObject, asymmetricMatcher);
	return matcherObject;
}
