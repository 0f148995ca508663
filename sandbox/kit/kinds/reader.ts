/** Whoever looks at the sheet of a scene without code, and what they say of it. */
import { look, person } from '../people/person.ts';
import { says } from '../telling/says.ts';
import type { KindLayout } from './layout.ts';
import { shouldBe } from './sentences.ts';

interface ReaderPlan {
	/** The same text always gives the same look. */
	who: string;
	/** Everything is there, and can be spoken of. */
	isDone: boolean;
	isRight: boolean;
	words: string;
	/** What is right, as a program writes it. */
	expected?: string | undefined;
	language: string;
}

/** Draws the person of a layout. */
export function reader(layout: KindLayout, { who, isDone, isRight, words, expected, language }: ReaderPlan): void {
	const mood = !isDone ? 'waiting' : isRight ? 'content' : 'puzzled';
	person(layout.person, { look: look(who), mood });
	if (!isDone) return;
	says(layout.person, words, {
		tone: isRight ? 'right' : 'wrong',
		...(expected !== undefined && { aside: shouldBe(expected, language) }),
		...layout.speech
	});
}
