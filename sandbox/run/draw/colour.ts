/** Colours as p5 accepts them: CSS strings, greys, or red, green, blue and alpha from 0 to 255. */
import { toRgbChannels, createColourMode, toHueChannels, type ColourChannels, type ColourMode } from './constants.ts';
import type { DrawingSurface } from './surface.ts';

export type CanvasPaint = string | CanvasGradient;

const isGradient = (value: unknown): value is CanvasGradient =>
	typeof value === 'object' && value !== null && 'addColorStop' in value;

function parsePaintArguments(surface: DrawingSurface, call: string, values: readonly unknown[]): CanvasPaint {
	const { guard, style } = surface;
	const colourMode = style.colourMode;
	const [first, second] = values;
	if (isGradient(first)) return first;
	// A list of numbers, as `get` returns it, is a colour too.
	if (values.length === 1 && Array.isArray(first)) return parsePaintArguments(surface, call, first);
	if (typeof first === 'string' && first !== '') {
		requireColourName(surface, call, first);
		return typeof second === 'number' ? applyOpacity(surface, first, second / colourMode.max[3]) : first;
	}
	if (values.length === 0 || !values.every((value) => typeof value === 'number' && value === value)) {
		return guard.refuseColour(call, values);
	}
	const numbers = values as readonly number[];
	const isGreyPaint = numbers.length < 3;
	const [grey = 0, alpha] = numbers;
	const [red, green, blue, opacity] = isGreyPaint
		? toRgbChannels(greyModeOf(colourMode), [grey, grey, grey, ...(alpha === undefined ? [] : [alpha])])
		: toRgbChannels(colourMode, numbers);
	const channelText = [red, green, blue].map(Math.round).join(', ');
	const hasAlpha = numbers.length === (isGreyPaint ? 2 : 4);
	return `rgb(${channelText}${hasAlpha ? `, ${Math.round(opacity * 100) / 100}` : ''})`;
}

/** Whether each word names a colour; kept, because a program names the same few colours in each frame. */
const isColourNameByWord = new Map<string, boolean>();

/** Throws for a word that names no colour, which the canvas would ignore without a message. */
function requireColourName(surface: DrawingSurface, call: string, colour: string): void {
	if (!/^\p{L}+$/u.test(colour)) return;
	const isColourName = isColourNameByWord.get(colour) ?? resolveColourName(surface, colour) !== UNKNOWN_COLOUR_MARK;
	isColourNameByWord.set(colour, isColourName);
	if (!isColourName) surface.guard.refuseColourName(call, colour);
}

/**
 * Returns the mode in which a single number is a grey: its largest value is that of the third channel, which is brightness in
 * HSB.
 */
const greyModeOf = ({ max }: ColourMode): ColourMode => ({ space: 'rgb', max: [max[2], max[2], max[2], max[3]] });

/** Returns the channels of a colour's text, such as `rgb(…)` or `#f80`. Names such as 'red' are looked up by `resolveName`. */
function parseColourChannels(colour: string, resolveName: (colour: string) => string): ColourChannels {
	const colourCode = /^(#|rgb)/.test(colour) ? colour : resolveName(colour);
	const longCode = colourCode.length <= 5 ? colourCode.replace(/[0-9a-f]/gi, '$&$&') : colourCode;
	const hexMatch = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})?$/i.exec(longCode);
	if (hexMatch !== null) {
		const [red = 0, green = 0, blue = 0, opacity = 255] = hexMatch
			.slice(1)
			.map((part) => (part ? parseInt(part, 16) : 255));
		return [red, green, blue, opacity / 255];
	}
	const [red = 0, green = 0, blue = 0, opacity = 1] = (colourCode.match(/[\d.]+/g) ?? []).map(Number);
	return [red, green, blue, opacity];
}

/** Returns the channels of a colour given as arguments of the function `call`. Throws for a gradient. */
export function channelsOfColourArguments(
	surface: DrawingSurface,
	call: string,
	values: readonly unknown[]
): ColourChannels {
	const paint = parsePaintArguments(surface, call, values);
	if (typeof paint !== 'string') return surface.guard.refuseColour(call, values);
	return resolveColourChannels(surface, paint);
}

export const resolveColourChannels = (surface: DrawingSurface, colour: string): ColourChannels =>
	parseColourChannels(colour, (name) => resolveColourName(surface, name));

/** Value that `resolveColourName` returns for a name that the canvas does not know; no named colour has this value. */
const UNKNOWN_COLOUR_MARK = '#010203';

function resolveColourName({ context }: DrawingSurface, colour: string): string {
	context.save();
	// The canvas ignores a name that it does not know, and keeps the value that `fillStyle` had before.
	context.fillStyle = UNKNOWN_COLOUR_MARK;
	context.fillStyle = colour;
	const resolvedColour = context.fillStyle;
	context.restore();
	return typeof resolvedColour === 'string' ? resolvedColour : '#000000';
}

const formatColour = ([red, green, blue, opacity]: ColourChannels) =>
	`rgba(${Math.round(red)}, ${Math.round(green)}, ${Math.round(blue)}, ${Math.round(opacity * 100) / 100})`;

function applyOpacity(surface: DrawingSurface, colour: string, opacity: number): string {
	const [red, green, blue] = resolveColourChannels(surface, colour);
	return formatColour([red, green, blue, Math.min(1, Math.max(0, opacity))]);
}

export function createColourFunctions(surface: DrawingSurface) {
	const { guard } = surface;
	const channelsOfColour = (colour: string) => resolveColourChannels(surface, colour);
	const hueModeInSpace = (space: 'hsb' | 'hsl'): ColourMode =>
		surface.style.colourMode.space === 'rgb' ? createColourMode(space, []) : { ...surface.style.colourMode, space };
	return {
		colorMode(space: ColourMode['space'], ...max: number[]) {
			surface.style.colourMode = createColourMode(space, max);
		},
		red: (colour: string) => channelsOfColour(colour)[0],
		green: (colour: string) => channelsOfColour(colour)[1],
		blue: (colour: string) => channelsOfColour(colour)[2],
		alpha: (colour: string) => channelsOfColour(colour)[3] * surface.style.colourMode.max[3],
		hue: (colour: string) => toHueChannels(hueModeInSpace('hsb'), channelsOfColour(colour))[0],
		saturation: (colour: string) =>
			toHueChannels(
				hueModeInSpace(surface.style.colourMode.space === 'hsb' ? 'hsb' : 'hsl'),
				channelsOfColour(colour)
			)[1],
		brightness: (colour: string) => toHueChannels(hueModeInSpace('hsb'), channelsOfColour(colour))[2],
		lightness: (colour: string) => toHueChannels(hueModeInSpace('hsl'), channelsOfColour(colour))[2],
		color: (...values: unknown[]) => parsePaintArguments(surface, 'color', values),
		lerpColor(from: string, to: string, amount: number) {
			guard.requireNumbers('lerpColor', ['amount'], [amount]);
			const startChannels = channelsOfColour(from);
			const endChannels = channelsOfColour(to);
			const clampedAmount = Math.min(1, Math.max(0, amount));
			return formatColour(
				startChannels.map(
					(value, index) => value + ((endChannels[index] ?? value) - value) * clampedAmount
				) as ColourChannels
			);
		},
		background: (...values: unknown[]) => surface.fillWholeCanvas(parsePaintArguments(surface, 'background', values)),
		clear: () => surface.fillWholeCanvas(null),
		fill(...values: unknown[]) {
			surface.style.fill = parsePaintArguments(surface, 'fill', values);
		},
		noFill() {
			surface.style.fill = null;
		},
		stroke(...values: unknown[]) {
			surface.style.stroke = parsePaintArguments(surface, 'stroke', values);
		},
		noStroke() {
			surface.style.stroke = null;
		},
		strokeWeight(weight: number) {
			guard.requireNumbers('strokeWeight', ['weight'], [weight]);
			surface.style.strokeWeight = weight;
		},
		strokeCap(cap: CanvasLineCap) {
			surface.context.lineCap = cap;
		},
		strokeJoin(join: CanvasLineJoin) {
			surface.context.lineJoin = join;
		},
		linearGradient(x1: number, y1: number, x2: number, y2: number, ...colours: string[]) {
			guard.requireNumbers('linearGradient', ['x1', 'y1', 'x2', 'y2'], [x1, y1, x2, y2]);
			const gradient = surface.context.createLinearGradient(x1, y1, x2, y2);
			colours.forEach((colour, index) => gradient.addColorStop(index / Math.max(1, colours.length - 1), colour));
			return gradient;
		},
		shadow(colour: string, blur = 12, x = 0, y = 4) {
			const { context, pixelRatio, placement } = surface;
			const scale = pixelRatio * placement.scale;
			context.shadowColor = colour;
			context.shadowBlur = blur * scale;
			context.shadowOffsetX = x * scale;
			context.shadowOffsetY = y * scale;
		},
		noShadow() {
			surface.context.shadowColor = 'rgba(0, 0, 0, 0)';
		},
		blendMode(mode: GlobalCompositeOperation) {
			surface.context.globalCompositeOperation = mode;
		}
	};
}
