/** Modules that Braise provides. They are loaded once, outside the bundle, and reached by its `require`. */
export const DRAW = 'braise/draw';
export const VITEST = 'vitest';
/** What guards call; never written in an import. */
export const GUARD = 'braise/guard';

/** What may be written in an import, and the module it means. */
export const PROVIDED: Readonly<Record<string, string>> = {
	[DRAW]: DRAW,
	[VITEST]: VITEST,
	'@jest/globals': VITEST
};
