/** The names of the places, over everything that is painted and under everything that moves. */
import { label, textStyle } from 'braise/draw';
import { depot, homes, pointOf, type Place } from './country';
import type { Frame } from './frame';
import { haloed } from './writing';

function named({ palette, layout }: Frame, place: Place, words: string, below: number): void {
	const at = layout.at(pointOf(place));
	const [ink, halo] = palette.day ? ['#2a2420', 'rgba(255, 250, 236, 0.86)'] : ['#fff3dd', 'rgba(20, 20, 34, 0.8)'];
	textStyle('bold');
	haloed(words, at.x, at.y + below * layout.unit + layout.small, layout.small, ink, halo);
}

export function names(frame: Frame): void {
	for (const place of homes) named(frame, place, place.name, 17);
	named(frame, depot, label('kitchen'), 17);
}
