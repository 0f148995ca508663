/** A program as a script that stands in an HTML file. */

/** What would end the script, or begin a comment of HTML, must not occur. Inside of strings the backslash changes nothing. */
export const inScript = (code: string): string =>
	code.replaceAll('<!--', '<\\!--').replaceAll(/<\/(?=script)/gi, '<\\/');

export const inText = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The bundle's own shape: CommonJS, strict. */
export const asFunction = (code: string): string => `function (require, module, exports) { "use strict";\n${code}\n}`;
