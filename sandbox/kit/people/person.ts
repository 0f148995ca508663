import { ellipse, fill, noStroke, pop, push, scale, translate } from 'braise/draw';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { currentMoment, currentPalette, type Place } from '../stage.ts';
import { type Mood, personLooks, type Look } from './looks.ts';
import { drawStandingPerson } from './figure.ts';

export interface PersonPlan {
	/** The number of one of five looks, or a look that the caller defines. */
	look?: number | Look;
	mood?: Mood;
	/** `comes` goes from 0, outside on the left, to 1, in place. `goes` goes from 0, in place, to 1, outside again. */
	comes?: number;
	goes?: number;
	/** True when the legs move without `comes` or `goes`, because the caller moves the person. */
	walks?: boolean;
	/** How much the person trembles with anger, from 0 to 1. */
	shakes?: number;
	holds?: 'torch';
	/** The direction in which the person looks; right by default. */
	faces?: 'left';
}

const OUTSIDE_STAGE_X = -90;

/** Returns the number of a look. The same text always gives the same look. */
export function look(id: string): number {
	let textHash = 0;
	for (const character of id) textHash = (textHash * 31 + (character.codePointAt(0) ?? 0)) % 1009;
	return textHash % personLooks.length;
}

export function person(place: Place, plan: PersonPlan = {}): void {
	const { look: chosen = 0, mood = 'waiting', comes = 1, goes = 0, walks = false, shakes = 0, holds, faces } = plan;
	if (comes <= 0) return;
	const { time, still } = currentMoment();
	const isWalking = !still && (walks || comes < 1 || (goes > 0 && goes < 1));
	const breathOffset = isWalking ? -Math.abs(Math.sin(time * 9)) * 4 : Math.sin(time * 2.1) * 1.1;
	const shakeOffset = still ? 0 : Math.sin(time * 26) * 1.4 * Math.max(0, shakes);
	push();
	translate(OUTSIDE_STAGE_X + (place.x - OUTSIDE_STAGE_X) * (comes - goes) + shakeOffset, place.y);
	scale(goes > 0 || faces === 'left' ? -place.size : place.size, place.size);
	drawStandingPerson(
		currentPalette(),
		typeof chosen === 'number' ? (personLooks[chosen % personLooks.length] ?? personLooks[0]) : chosen,
		{
			mood,
			stride: isWalking ? Math.sin(time * 9) : 0,
			sway: still ? 0 : breathOffset,
			blinks: !still && time % 3.7 < 0.12
		}
	);
	if (holds === 'torch') drawTorch();
	pop();
}

function drawTorch(): void {
	drawPaperPiece('rgba(255, 233, 160, 0.20)', [56, -118, 190, -170, 190, -70]);
	drawRoundedBox('#20242e', 44, -124, 16, 9, 3);
	noStroke();
	fill('rgba(255, 244, 200, 0.9)');
	ellipse(60, -119, 5, 9);
}

interface WaitingPerson {
	/** Name of the person. The same name gives the same look. */
	name: string;
	mood?: Mood;
}

/** Draws people in a row, the first at `place`, the others behind. Returns their places, from the first on. */
export function queue(place: Place, people: readonly WaitingPerson[], step = 64): Place[] {
	const places = people.map((_, index): Place => ({ ...place, x: place.x - index * step * place.size }));
	// A person with the same look as the person in front gets the next look.
	const lookNumbers: number[] = [];
	for (const { name } of people) lookNumbers.push(look(name) === lookNumbers.at(-1) ? look(name) + 1 : look(name));
	// The last person is drawn first, so that those in front cover those behind.
	for (let index = people.length - 1; index >= 0; index--) {
		const personPlace = places[index];
		if (personPlace) person(personPlace, { look: lookNumbers[index] ?? 0, mood: people[index]?.mood ?? 'waiting' });
	}
	return places;
}
