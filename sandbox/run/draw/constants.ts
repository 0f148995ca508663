/** p5's constants. Angles are in radians, unless `angleMode` changes that; key codes are values of `keyCode`. */
export const p5Constants = {
	PI: Math.PI,
	TWO_PI: Math.PI * 2,
	HALF_PI: Math.PI / 2,
	QUARTER_PI: Math.PI / 4,
	TAU: Math.PI * 2,
	RADIANS: 'radians',
	DEGREES: 'degrees',
	RGB: 'rgb',
	HSB: 'hsb',
	HSL: 'hsl',
	CENTER: 'center',
	LEFT: 'left',
	RIGHT: 'right',
	TOP: 'top',
	BOTTOM: 'bottom',
	BASELINE: 'alphabetic',
	CORNER: 'corner',
	CORNERS: 'corners',
	RADIUS: 'radius',
	NORMAL: 'normal',
	ITALIC: 'italic',
	BOLD: 'bold',
	BOLDITALIC: 'bold italic',
	ROUND: 'round',
	SQUARE: 'butt',
	PROJECT: 'square',
	OPEN: 'open',
	CHORD: 'chord',
	PIE: 'pie',
	CLOSE: 'close',
	BLEND: 'source-over',
	ADD: 'lighter',
	MULTIPLY: 'multiply',
	SCREEN: 'screen',
	ARROW: 'default',
	CROSS: 'crosshair',
	HAND: 'pointer',
	MOVE: 'move',
	TEXT: 'text',
	WAIT: 'wait',
	LEFT_ARROW: 37,
	UP_ARROW: 38,
	RIGHT_ARROW: 39,
	DOWN_ARROW: 40,
	ENTER: 13,
	ESCAPE: 27,
	SPACE: 32,
	BACKSPACE: 8,
	DELETE: 46,
	TAB: 9,
	SHIFT: 16,
	CONTROL: 17,
	ALT: 18
} as const;

/** Modes that decide what the four numbers of a rectangle or oval mean: p5's `rectMode` and `ellipseMode`. */

export type ShapeBoxMode = 'corner' | 'corners' | 'center' | 'radius';

export interface ShapeBox {
	x: number;
	y: number;
	width: number;
	height: number;
}

export function shapeBoxOf(mode: ShapeBoxMode, a: number, b: number, c: number, d: number): ShapeBox {
	switch (mode) {
		case 'corner':
			return { x: a, y: b, width: c, height: d };
		case 'corners':
			return { x: Math.min(a, c), y: Math.min(b, d), width: Math.abs(c - a), height: Math.abs(d - b) };
		case 'center':
			return { x: a - c / 2, y: b - d / 2, width: c, height: d };
		case 'radius':
			return { x: a - c, y: b - d, width: c * 2, height: d * 2 };
	}
}

/** Red, green and blue from 0 to 255, and the opacity from 0 to 1. */
export type ColourChannels = [red: number, green: number, blue: number, alpha: number];

export interface ColourMode {
	space: 'rgb' | 'hsb' | 'hsl';
	/** The largest value that each of the four numbers may have, alpha last. */
	max: readonly [number, number, number, number];
}

export const RGB_MODE: ColourMode = { space: 'rgb', max: [255, 255, 255, 255] };

/** p5's largest values: hue in degrees, saturation and brightness to 100, alpha to 1. */
const HUE_MODE_MAXIMA = [360, 100, 100, 1] as const;

export function createColourMode(space: ColourMode['space'], max: readonly number[]): ColourMode {
	const usualMax = space === 'rgb' ? RGB_MODE.max : HUE_MODE_MAXIMA;
	const [first, second, third, fourth] = max;
	if (first === undefined) return { space, max: usualMax };
	return {
		space,
		max: [first, second ?? first, third ?? first, fourth ?? (second === undefined ? first : usualMax[3])]
	};
}

const clampToUnitRange = (part: number) => Math.min(1, Math.max(0, part));

/** Converts numbers of a colour mode into red, green and blue from 0 to 255, and alpha from 0 to 1. */
export function toRgbChannels({ space, max }: ColourMode, values: readonly number[]): [number, number, number, number] {
	const shareOfMaximumAt = (index: number) => clampToUnitRange((values[index] ?? 0) / (max[index] ?? 1));
	const alpha = values[3] === undefined ? 1 : shareOfMaximumAt(3);
	if (space === 'rgb') return [shareOfMaximumAt(0) * 255, shareOfMaximumAt(1) * 255, shareOfMaximumAt(2) * 255, alpha];
	const turnPart = (values[0] ?? 0) / max[0];
	const hue = (turnPart - Math.floor(turnPart)) * 6;
	const [saturation, light] = [shareOfMaximumAt(1), shareOfMaximumAt(2)];
	// HSB and HSL differ only in how grey and pure colour are mixed.
	const chroma = space === 'hsb' ? light * saturation : (1 - Math.abs(2 * light - 1)) * saturation;
	const lowest = space === 'hsb' ? light - chroma : light - chroma / 2;
	const channelAtHueOffset = (offset: number) => {
		const channelPlace = (offset + hue) % 6;
		return (lowest + chroma * clampToUnitRange(Math.min(channelPlace, 4 - channelPlace))) * 255;
	};
	return [channelAtHueOffset(2), channelAtHueOffset(0), channelAtHueOffset(4), alpha];
}

/** Converts a colour into hue, saturation and brightness (or lightness), on the scale of a colour mode. */
export function toHueChannels(
	{ space, max }: ColourMode,
	[red, green, blue]: readonly [number, number, number, number]
): [hue: number, saturation: number, light: number] {
	const [r, g, b] = [red / 255, green / 255, blue / 255];
	const highest = Math.max(r, g, b);
	const chroma = highest - Math.min(r, g, b);
	const light = space === 'hsl' ? highest - chroma / 2 : highest;
	const mostChroma = space === 'hsl' ? 1 - Math.abs(2 * light - 1) : highest;
	let hueSixth = 0;
	if (chroma > 0 && highest === r) hueSixth = ((g - b) / chroma + 6) % 6;
	else if (chroma > 0 && highest === g) hueSixth = (b - r) / chroma + 2;
	else if (chroma > 0) hueSixth = (r - g) / chroma + 4;
	return [(hueSixth / 6) * max[0], (mostChroma === 0 ? 0 : chroma / mostChroma) * max[1], light * max[2]];
}
