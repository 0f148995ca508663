/** Escapes code and text for an HTML file. */

/**
 * Escapes what would end the script or begin an HTML comment. Texts and regular expressions keep their meaning; only `String.raw`
 * sees the difference.
 */
export const escapeForScript = (code: string): string =>
	code.replaceAll('<!--', '\\x3C!--').replaceAll(/<\/(?=script)/gi, '<\\/');

export const escapeForHtml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const wrapInStrictFunction = (code: string): string =>
	`function (require, module, exports) { "use strict";\n${code}\n}`;

/** Leaves out strict mode: on a page with a library, assigning to a new name makes a global variable. */
export const wrapInNonStrictFunction = (code: string): string => `function (require, module, exports) {\n${code}\n}`;
