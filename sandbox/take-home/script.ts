/**
 * Content policy of the file, because a project may be another person's program, and at home no frame surrounds it. Allows inline
 * scripts, and what libraries do: make functions from text, and workers, pictures and sounds from data.
 */
const TAKE_HOME_POLICY = [
	"default-src 'none'",
	"script-src 'unsafe-inline' 'unsafe-eval' blob:",
	'worker-src blob:',
	'img-src data: blob:',
	'media-src data: blob:',
	'font-src data: blob:',
	"style-src 'unsafe-inline'",
	'connect-src data: blob:',
	"base-uri 'none'",
	"form-action 'none'"
].join('; ');

export const TAKE_HOME_POLICY_META = `<meta http-equiv="Content-Security-Policy" content="${TAKE_HOME_POLICY}">`;

/** Escapes what would end the script or begin an HTML comment. Only `String.raw` sees the difference. */
export const escapeForScript = (code: string): string =>
	code.replaceAll('<!--', '\\x3C!--').replaceAll(/<\/(?=script)/gi, '<\\/');

export const escapeForHtml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const wrapInStrictFunction = (code: string): string =>
	`function (require, module, exports) { "use strict";\n${code}\n}`;

/** Leaves out strict mode: on a page with a library, assigning to a new name makes a global variable. */
export const wrapInNonStrictFunction = (code: string): string => `function (require, module, exports) {\n${code}\n}`;
