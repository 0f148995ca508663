import { TamperProofWeakMap } from './intrinsics.ts';

export interface AsymmetricMatcher {
	matches(value: unknown): boolean;
	name(): string;
}

const matcherByObject = new TamperProofWeakMap<object, AsymmetricMatcher>();

export function asymmetricMatcherOf(value: unknown): AsymmetricMatcher | undefined {
	return matcherByObject.get(value);
}

/** Only registered objects count: any program can set `Symbol.for('jest.asymmetricMatcher')`. */
export function registerAsymmetricMatcher(asymmetricMatcher: AsymmetricMatcher): object {
	const matcherObject = {
		asymmetricMatch: (value: unknown) => asymmetricMatcher.matches(value),
		toString: () => asymmetricMatcher.name()
	};
	matcherByObject.set(matcherObject, asymmetricMatcher);
	return matcherObject;
}
