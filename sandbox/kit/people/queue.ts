/** People who wait in a row. */
import type { Place } from '../stage.ts';
import type { Mood } from './face.ts';
import { look, person } from './person.ts';

interface Waiting {
	/** Name of the person. The same name gives the same look. */
	name: string;
	mood?: Mood;
}

/** Draws people in a row, the first at `place`, the others behind. Returns their places, from the first on. */
export function queue(place: Place, people: readonly Waiting[], step = 64): Place[] {
	const places = people.map((_, index): Place => ({ ...place, x: place.x - index * step * place.size }));
	// A person with the same look as the one in front gets the next look.
	const looks: number[] = [];
	for (const { name } of people) looks.push(look(name) === looks.at(-1) ? look(name) + 1 : look(name));
	// The last person is drawn first, so that those in front cover those behind.
	for (let index = people.length - 1; index >= 0; index--) {
		const there = places[index];
		if (there) person(there, { look: looks[index] ?? 0, mood: people[index]?.mood ?? 'waiting' });
	}
	return places;
}
