/** Draws the person who looks at the sheet of a scene without code, and the person's words. */
import { look, person } from '../people/person.ts';
import { says } from '../telling/says.ts';
import type { CodelessSceneLayout } from './layout.ts';
import { expectedAnswerSentence } from './sentences.ts';

interface SheetReaderPlan {
	/** Text that decides how the person looks: the same text always gives the same look. */
	who: string;
	/** True when the whole sheet is shown, so that the person can speak of it. */
	isDone: boolean;
	isRight: boolean;
	words: string;
	/** The right answer, written as in a program. */
	expected?: string | undefined;
	language: string;
}

/** Draws the person at the layout's place. */
export function drawSheetReader(
	layout: CodelessSceneLayout,
	{ who, isDone, isRight, words, expected, language }: SheetReaderPlan
): void {
	const mood = !isDone ? 'waiting' : isRight ? 'content' : 'puzzled';
	person(layout.person, { look: look(who), mood });
	if (!isDone) return;
	says(layout.person, words, {
		tone: isRight ? 'right' : 'wrong',
		...(expected !== undefined && { aside: expectedAnswerSentence(expected, language) }),
		...layout.speech
	});
}
