/** How a bundle is evaluated, and so where its lines are found in a stack trace: the worker and the app must agree. */
export const BUNDLE_NAME = 'braise-bundle.js';
const OPENING = '(function (require, module, exports) { "use strict";';
/** Lines before the bundle's own first line. */
export const LINES_BEFORE = 1;

export const wrapped = (code: string): string => `${OPENING}\n${code}\n})\n//# sourceURL=${BUNDLE_NAME}`;
