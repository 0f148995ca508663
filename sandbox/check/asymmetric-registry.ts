/** Tells asymmetric matchers from objects that a program made to look like one. */
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
 * Registers an asymmetric matcher. Only this registry decides what is one: any program can put Jest's mark
 * `Symbol.for('jest.asymmetricMatcher')` on an object, and that object would then equal everything.
 */
export function registerAsymmetricMatcher(asymmetricMatcher: AsymmetricMatcher): object {
	const matcherObject = {
		asymmetricMatch: (value: unknown) => asymmetricMatcher.matches(value),
		toString: () => asymmetricMatcher.name()
	};
	matcherByObject.set(matcherObject, asymmetricMatcher);
	return matcherObject;
}
