/** Escapes code and text for an HTML file. */

/** Escapes what would end the script or begin an HTML comment; inside strings the backslash changes nothing. */
export const inScript = (code: string): string =>
	code.replaceAll('<!--', '<\\!--').replaceAll(/<\/(?=script)/gi, '<\\/');

export const inText = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const asFunction = (code: string): string => `function (require, module, exports) { "use strict";\n${code}\n}`;
