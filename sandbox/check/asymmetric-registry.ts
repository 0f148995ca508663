/** Tells asymmetric matchers from objects that a program made to look like one. */
import { TamperProofWeakMap } from './intrinsics.ts';

export interface AsymmetricMatcher {
	matches(value: unknown): boolean;
	name(): string;
}

const asymmetricMatchers = new TamperProofWeakMap<object, AsymmetricMatcher>();

export function asymmetricMatcherOf(value: unknown): AsymmetricMatcher | undefined {
	return asymmetricMatchers.get(value);
}

/**
 * Registers an asymmetric matcher. Only this registry decides what is one: any program can put Jest's mark
 * `Symbol.for('jest.asymmetricMatcher')` on an object, and that object would then equal everything.
 */
export function registerAsymmetricMatcher(asymmetric: AsymmetricMatcher): object {
	const matcher = {
		asymmetricMatch: (value: unknown) => asymmetric.matches(value),
		toString: () => asymmetric.name()
	};
	asymmetricMatchers.set(matcher, asymmetric);
	return matcher;
}
