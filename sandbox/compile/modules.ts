/** Names of the modules that Braise provides outside the bundle, through its `require`. */
export const DRAW_MODULE = 'braise/draw';
export const VITEST_MODULE = 'vitest';
/** Called by inserted guards; not available to imports. */
export const GUARD_MODULE = 'braise/guard';

/** Maps a name in an import to the module it means. */
export const PROVIDED_MODULES: Readonly<Record<string, string>> = {
	[DRAW_MODULE]: DRAW_MODULE,
	[VITEST_MODULE]: VITEST_MODULE,
	'@jest/globals': VITEST_MODULE
};
