export const PARAMETER_SETTERS_EXPORT = 'braiseParameters';

export const DRAW_MODULE = 'braise/draw';
export const VITEST_MODULE = 'vitest';
/** Module that the inserted guards call; no program can import it. */
export const GUARD_MODULE = 'braise/guard';
/** Also the name of a global guard for code that a library evaluates again from its text. */
export const GUARD_FUNCTION_NAME = '__braise';

export const PROVIDED_MODULES: Readonly<Record<string, string>> = {
	[DRAW_MODULE]: DRAW_MODULE,
	[VITEST_MODULE]: VITEST_MODULE,
	'@jest/globals': VITEST_MODULE
};

/** The kit is compiled as a file of the program that imports it, so that a challenge draws as it did when it was packed. */
export const KIT_MODULE = 'braise/scene';
export const KIT_FILE_PATH = 'braise/scene.js';
