/** Tells asymmetric matchers from objects that a program made to look like one. */
import { Registry } from './intrinsics.ts';

export interface Asymmetric {
	matches(value: unknown): boolean;
	name(): string;
}

const asymmetricMatchers = new Registry<object, Asymmetric>();

export function asymmetricOf(value: unknown): Asymmetric | undefined {
	return asymmetricMatchers.get(value);
}

/**
 * Registers a matcher. Membership is in a registry, since any program can write Jest's mark `Symbol.for('jest.asymmetricMatcher')`
 * and would then equal everything.
 */
export function makeAsymmetric(asymmetric: Asymmetric): object {
	const matcher = {
		asymmetricMatch: (value: unknown) => asymmetric.matches(value),
		toString: () => asymmetric.name()
	};
	asymmetricMatchers.set(matcher, asymmetric);
	return matcher;
}
