/** The names of the places, over everything that is painted and under everything that moves. */
import { label, textSize, textStyle, textWidth } from 'braise/draw';
import { depot, homes, pointOf, type Place } from './country';
import type { Frame } from './frame';
import { haloed } from './writing';

interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

const overlap = (one: Box, other: Box) =>
	one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Writes a name below its place, unless it would cover another or be cut. */
function named({ palette, layout }: Frame, place: Place, words: string, taken: Box[]): void {
	const at = layout.at(pointOf(place));
	const y = at.y + 17 * layout.unit + layout.small;
	textStyle('bold');
	textSize(layout.small);
	const half = textWidth(words) / 2 - 1;
	const box = { left: at.x - half, right: at.x + half, top: y - layout.small * 0.7, bottom: y };
	if (box.bottom > layout.height || taken.some((other) => overlap(box, other))) return;
	taken.push(box);
	const [ink, halo] = palette.day ? ['#2a2420', 'rgba(255, 250, 236, 0.86)'] : ['#fff3dd', 'rgba(20, 20, 34, 0.8)'];
	haloed(words, at.x, y, layout.small, ink, halo);
}

/** Where a picture is too low for all, the kitchen's name stays. */
export function names(frame: Frame): void {
	const taken: Box[] = [];
	named(frame, depot, label('kitchen'), taken);
	for (const place of homes) named(frame, place, place.name, taken);
}
