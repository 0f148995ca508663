import type { SourcePlace } from '../report.ts';

export const BUNDLE_NAME = 'braise-bundle.js';
const PRELUDE_NAME = 'braise-prelude.js';
const WRAPPER_OPENING = '(function (require, module, exports) {';
const STRICT_DIRECTIVE = ' "use strict";';
const WRAPPER_LINE_COUNT = 1;

const wrapCode = (code: string, name: string, directive = STRICT_DIRECTIVE): string =>
	`${WRAPPER_OPENING}${directive}\n${code}\n})\n//# sourceURL=${name}`;

export const wrapBundle = (code: string): string => wrapCode(code, BUNDLE_NAME);
/** Wraps a bundle as a classic script, in which assigning to a new name makes a global variable. */
export const wrapClassicBundle = (code: string): string => wrapCode(code, BUNDLE_NAME, '');
/** The prelude has a name of its own in stack traces, because its lines are not lines of the bundle. */
export const wrapPrelude = (code: string): string => wrapCode(code, PRELUDE_NAME);

/** Matches a place in a stack trace, which Chromium writes `at f (name:1:2)`, and Firefox `f@name:1:2`. */
const STACK_FRAME_PATTERN = new RegExp(`${BUNDLE_NAME.replaceAll('.', '\\.')}:(\\d+):(\\d+)`);

/** Returns the innermost place of a stack trace that is in the bundle, as a line of the bundle. */
export function findBundlePlaceInStack(stack: string): SourcePlace | undefined {
	const match = STACK_FRAME_PATTERN.exec(stack);
	if (match === null) return undefined;
	return { file: BUNDLE_NAME, line: Number(match[1]) - WRAPPER_LINE_COUNT, column: Number(match[2]) };
}

export function placeOfErrorInBundle(error: unknown): SourcePlace | undefined {
	return error instanceof Error && typeof error.stack === 'string' ? findBundlePlaceInStack(error.stack) : undefined;
}
