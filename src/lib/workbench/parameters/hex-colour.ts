/** Reads a colour as six hexadecimal digits, which a colour field needs. */

/** Returns the colour as `#rrggbb`; undefined for a text that the browser knows as no colour, and for a transparent one. */
export function toHexColour(colourText: string): string | undefined {
	if (/^#[0-9a-f]{6}$/i.test(colourText)) return colourText.toLowerCase();
	// A server has no colours to ask for.
	if (typeof CSS === 'undefined' || !CSS.supports('color', colourText)) return undefined;
	const context = document.createElement('canvas').getContext('2d');
	if (context === null) return undefined;
	context.fillStyle = colourText;
	const parsedColour = context.fillStyle;
	return typeof parsedColour === 'string' && /^#[0-9a-f]{6}$/.test(parsedColour) ? parsedColour : undefined;
}
