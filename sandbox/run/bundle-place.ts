/** How a bundle is evaluated, and so where its lines are found in a stack trace. */
import type { SourcePlace } from '../report.ts';

export const BUNDLE_NAME = 'braise-bundle.js';
const OPENING = '(function (require, module, exports) { "use strict";';
/** Lines before the bundle's own first line. */
const LINES_BEFORE = 1;

export const wrapped = (code: string): string => `${OPENING}\n${code}\n})\n//# sourceURL=${BUNDLE_NAME}`;

/** Chromium writes `at f (name:1:2)`, Firefox `f@name:1:2`. */
const FRAME = new RegExp(`${BUNDLE_NAME.replaceAll('.', '\\.')}:(\\d+):(\\d+)`);

/** The innermost place inside the bundle, in the bundle's own lines. */
export function placeIn(stack: string): SourcePlace | undefined {
	const found = FRAME.exec(stack);
	if (found === null) return undefined;
	return { file: BUNDLE_NAME, line: Number(found[1]) - LINES_BEFORE, column: Number(found[2]) };
}

export function placeOf(error: unknown): SourcePlace | undefined {
	return error instanceof Error && typeof error.stack === 'string' ? placeIn(error.stack) : undefined;
}
