/** Names of the modules that Braise provides outside the bundle, through its `require`. */
export const DRAW = 'braise/draw';
export const VITEST = 'vitest';
/** Called by inserted guards; not available to imports. */
export const GUARD = 'braise/guard';

/** Maps a name in an import to the module it means. */
export const PROVIDED: Readonly<Record<string, string>> = {
	[DRAW]: DRAW,
	[VITEST]: VITEST,
	'@jest/globals': VITEST
};
