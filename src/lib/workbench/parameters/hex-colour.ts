/** Reads a colour as six hexadecimal digits, which a colour field needs. */

/**
 * Returns the colour as `#rrggbb`; undefined for a transparent colour, and for text that the browser does not accept as a colour.
 */
export function toHexColour(colourText: string): string | undefined {
	if (/^#[0-9a-f]{6}$/i.test(colourText)) return colourText.toLowerCase();
	// On the server there is no `CSS` object that could check the colour.
	if (typeof CSS === 'undefined' || !CSS.supports('color', colourText)) return undefined;
	const context = document.createElement('canvas').getContext('2d');
	if (context === null) return undefined;
	context.fillStyle = colourText;
	const parsedColour = context.fillStyle;
	return typeof parsedColour === 'string' && /^#[0-9a-f]{6}$/.test(parsedColour) ? parsedColour : undefined;
}
