/** Names of the modules that Braise provides, and the path of the kit's file. */
export const DRAW_MODULE = 'braise/draw';
export const VITEST_MODULE = 'vitest';
/** Module that the inserted guards call; no program can import it. */
export const GUARD_MODULE = 'braise/guard';
/**
 * Name of the guard function inside a bundle, and of a global guard function for code that a library evaluates again from its
 * text.
 */
export const GUARD_FUNCTION_NAME = '__braise';

/** Maps a name in an import to the module that it means. The bundle gets these modules through its `require`. */
export const PROVIDED_MODULES: Readonly<Record<string, string>> = {
	[DRAW_MODULE]: DRAW_MODULE,
	[VITEST_MODULE]: VITEST_MODULE,
	'@jest/globals': VITEST_MODULE
};

/** The kit is compiled as a file of the program that imports it, so that a challenge draws as it did when it was packed. */
export const KIT_MODULE = 'braise/scene';
/** Path of the kit's file in `Sources.files`. */
export const KIT_FILE_PATH = 'braise/scene.js';
