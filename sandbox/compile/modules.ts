/** Names of the modules that Braise provides, and of the file that brings the kit. */
export const DRAW_MODULE = 'braise/draw';
export const VITEST_MODULE = 'vitest';
/** Called by inserted guards; not available to imports. */
export const GUARD_MODULE = 'braise/guard';

/** Maps a name in an import to the module it means, which comes from outside the bundle, through its `require`. */
export const PROVIDED_MODULES: Readonly<Record<string, string>> = {
	[DRAW_MODULE]: DRAW_MODULE,
	[VITEST_MODULE]: VITEST_MODULE,
	'@jest/globals': VITEST_MODULE
};

/** The kit is compiled with the program that imports it, so that a challenge draws as it did when it was packed. */
export const KIT_MODULE = 'braise/scene';
/** Path of the kit among the files of `Sources`. */
export const KIT_FILE = 'braise/scene.js';
