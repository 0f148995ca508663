/** The country after dark, for a round that never ends; and cottages where the list has no name. */
import { circle, drawingContext, fill, noStroke, rect } from 'braise/draw';
import type { Point } from './country';
import type { Frame } from './frame';
import { box, piece } from './paper';
import { LEAVES } from './rounds';

/** Minute of the day when it begins to get dark, and when it is night. */
const DUSK = 17 * 60;
export const NIGHT = 20 * 60;

export function cottage({ palette, layout }: Frame, at: Point): void {
	const size = 7 * Math.max(0.8, layout.unit);
	box(palette.day ? '#f3e2c4' : '#7c7684', at.x - size, at.y - size, size * 2, size * 1.5);
	piece(palette.day ? '#b8694c' : '#5c4450', [
		...[at.x - size * 1.3, at.y - size],
		...[at.x, at.y - size * 2.1],
		...[at.x + size * 1.3, at.y - size]
	]);
}

/** A crescent: the outer half of a disc, less another one beside it. */
function moon(x: number, y: number, radius: number): void {
	const turns = Array.from({ length: 25 }, (_, index) => Math.PI * (0.2 + index / 24));
	const outer = turns.flatMap((turn) => [x + Math.cos(turn) * radius, y + Math.sin(turn) * radius]);
	const inner = [...turns].reverse().flatMap((turn) => {
		const [across, down] = [Math.cos(turn) * radius, Math.sin(turn) * radius];
		const flat = 0.45 * (across * Math.cos(Math.PI * 0.7) + down * Math.sin(Math.PI * 0.7));
		return [x + across - flat * Math.cos(Math.PI * 0.7), y + down - flat * Math.sin(Math.PI * 0.7)];
	});
	piece('#f6eecb', [...outer, ...inner]);
}

/** Over the map and its thread, as dark as the hour; under meals, names and vans. */
export function darkness({ layout, palette, time, still }: Frame, minute: number): void {
	const part = Math.min(1, Math.max(0, (LEAVES + minute - DUSK) / (NIGHT - DUSK)));
	if (part === 0) return;
	const top = layout.strip - 2;
	noStroke();
	drawingContext.globalAlpha = (palette.day ? 0.62 : 0.4) * part;
	fill('#141a3c');
	// A picture of another shape shows more of the country than the layout has.
	rect(-500, -500, layout.width + 1000, layout.height + 1000);
	drawingContext.globalAlpha = part;
	moon(layout.width - 44, layout.strip + 38, 22);
	fill('#f6eecb');
	for (let star = 0; star < 34; star++) {
		const twinkles = still ? 0 : Math.sin(time * 2 + star * 1.9);
		const across = (star * 0.618034) % 1;
		const down = (star * 0.754878) % 1;
		circle(across * layout.width, top + 10 + down * (layout.height - top) * 0.9, 2 + twinkles * 0.7);
	}
	drawingContext.globalAlpha = 1;
}
