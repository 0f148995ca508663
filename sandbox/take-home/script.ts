/** Escapes code and text for an HTML file. */

/** Escapes what would end the script or begin an HTML comment; inside strings the backslash changes nothing. */
export const escapeForScript = (code: string): string =>
	code.replaceAll('<!--', '<\\!--').replaceAll(/<\/(?=script)/gi, '<\\/');

export const escapeForHtml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const wrapInFunction = (code: string): string =>
	`function (require, module, exports) { "use strict";\n${code}\n}`;
