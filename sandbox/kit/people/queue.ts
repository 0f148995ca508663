/** People who wait in a row. */
import type { Place } from '../stage.ts';
import type { Mood } from './face.ts';
import { look, person } from './person.ts';

interface Waiting {
	/** The same name always gives the same look. */
	name: string;
	mood?: Mood;
}

/** Draws people behind each other, the first at `place`. Returns where each stands, the first one first. */
export function queue(place: Place, people: readonly Waiting[], step = 64): Place[] {
	const places = people.map((_, index): Place => ({ ...place, x: place.x - index * step * place.size }));
	// Neighbours never look alike.
	const looks: number[] = [];
	for (const { name } of people) looks.push(look(name) === looks.at(-1) ? look(name) + 1 : look(name));
	// The last first, so that whoever is further on stands before them.
	for (let index = people.length - 1; index >= 0; index--) {
		const there = places[index];
		if (there) person(there, { look: looks[index] ?? 0, mood: people[index]?.mood ?? 'waiting' });
	}
	return places;
}
