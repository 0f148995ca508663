/** Colours as p5 accepts them: CSS strings, greys, or red, green, blue and alpha from 0 to 255. */
import type { ArgumentGuard } from './guard.ts';
import type { Surface } from './surface.ts';

export type Paint = string | CanvasGradient;

const isGradient = (value: unknown): value is CanvasGradient =>
	typeof value === 'object' && value !== null && 'addColorStop' in value;

const toChannel = (value: number) => Math.round(Math.min(255, Math.max(0, value)));
const toAlpha = (value: number) => Math.round(Math.min(255, Math.max(0, value)) / 2.55) / 100;

function paintFrom(guard: ArgumentGuard, call: string, values: readonly unknown[]): Paint {
	const [first, second, third, fourth] = values;
	if (isGradient(first)) return first;
	if (typeof first === 'string' && first !== '') {
		return typeof second === 'number' ? withAlpha(first, second) : first;
	}
	if (values.length === 0 || !values.every((value) => typeof value === 'number' && value === value)) {
		return guard.requireColour(call, values);
	}
	const [grey, green, blue, opacity] = [first, second, third, fourth] as (number | undefined)[];
	if (grey === undefined) return guard.requireColour(call, values);
	if (green === undefined || blue === undefined) {
		const shade = toChannel(grey);
		return `rgb(${shade}, ${shade}, ${shade}${green === undefined ? '' : `, ${toAlpha(green)}`})`;
	}
	return `rgb(${toChannel(grey)}, ${toChannel(green)}, ${toChannel(blue)}${opacity === undefined ? '' : `, ${toAlpha(opacity)}`})`;
}

type Channels = [red: number, green: number, blue: number, alpha: number];

/** Parses the output of `paintFrom` and hexadecimal colours. The canvas resolves names such as 'red'. */
function channelsOf(colour: string, resolve: (colour: string) => string): Channels {
	const text = /^(#|rgb)/.test(colour) ? colour : resolve(colour);
	const long = text.length <= 5 ? text.replace(/[0-9a-f]/gi, '$&$&') : text;
	const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})?$/i.exec(long);
	if (hex !== null) {
		const [red = 0, green = 0, blue = 0, opacity = 255] = hex.slice(1).map((part) => (part ? parseInt(part, 16) : 255));
		return [red, green, blue, opacity / 255];
	}
	const [red = 0, green = 0, blue = 0, opacity = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
	return [red, green, blue, opacity];
}

const colourText = ([red, green, blue, opacity]: Channels) =>
	`rgba(${Math.round(red)}, ${Math.round(green)}, ${Math.round(blue)}, ${Math.round(opacity * 100) / 100})`;

function withAlpha(colour: string, opacity: number): string {
	if (!/^(#|rgb)/.test(colour)) return colour;
	const [red, green, blue] = channelsOf(colour, (name) => name);
	return colourText([red, green, blue, opacity / 255]);
}

export function colourFunctions(surface: Surface) {
	const { guard } = surface;
	const resolve = (colour: string): string => {
		const context = surface.context;
		context.save();
		context.fillStyle = colour;
		const resolved = context.fillStyle;
		context.restore();
		return typeof resolved === 'string' ? resolved : '#000000';
	};
	return {
		color: (...values: unknown[]) => paintFrom(guard, 'color', values),
		lerpColor(from: string, to: string, amount: number) {
			guard.requireNumbers('lerpColor', ['amount'], [amount]);
			const start = channelsOf(from, resolve);
			const end = channelsOf(to, resolve);
			const part = Math.min(1, Math.max(0, amount));
			return colourText(start.map((value, index) => value + ((end[index] ?? value) - value) * part) as Channels);
		},
		background: (...values: unknown[]) => surface.fillWhole(paintFrom(guard, 'background', values)),
		clear: () => surface.fillWhole(null),
		fill(...values: unknown[]) {
			surface.style.fill = paintFrom(guard, 'fill', values);
		},
		noFill() {
			surface.style.fill = null;
		},
		stroke(...values: unknown[]) {
			surface.style.stroke = paintFrom(guard, 'stroke', values);
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
