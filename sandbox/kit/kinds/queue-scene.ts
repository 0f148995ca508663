import { label } from 'braise/draw';
import { look, person, queue } from '../people/person.ts';
import { room } from '../places/room.ts';
import { place, stage } from '../stage.ts';
import { says } from '../telling/says.ts';
import { tickets } from '../telling/tickets.ts';
import { machine } from '../things/machine.ts';
import { timeline } from '../timeline.ts';
import type { QueueFields, QueueRow } from './fields.ts';
import { createCodelessScene } from './kind-scene.ts';
import type { CodelessSceneMoment } from './layout.ts';
import {
	formatTableRow,
	rightCountSentence,
	limitSentences,
	oneRightSentence,
	wrongRowRemark,
	rowSentence,
	expectedAnswerSentence,
	tableValueText
} from './sentences.ts';
import { answerTableRows, type AnsweredTableRow } from './stories.ts';

type QueuePerson = QueueRow & AnsweredTableRow;

const queueTimeline = timeline({ each: 5.4, begins: 2, still: 3.4 });
/** Seconds into a story at which the person asks, the machine answers, the person speaks and leaves. */
const ASKING_SECOND = 0.9;
const ANSWERING_SECOND = 1.5;
const SPEAKING_SECOND = 2;
const LEAVING_SECOND = 4.6;

export function queueScene(program: object, fields: QueueFields) {
	return createCodelessScene({
		decision: fields.decision,
		backdrop: () => room('shop'),
		prepare: () => answerTableRows(program, fields),
		play: (people, moment) => drawQueueStory(people, fields, moment),
		describe: (people, language) => describeQueue(people, fields, language),
		wait: (layout) => person(layout.person, { look: look(fields.function) })
	});
}

function drawQueueStory(
	people: readonly QueuePerson[],
	fields: QueueFields,
	{ time, still, language }: CodelessSceneMoment
): void {
	const { index, now, part } = queueTimeline.at(time, people.length, still);
	const currentPerson = people[index];
	if (currentPerson === undefined) return;
	const { narrow, width } = stage();
	const isRight = currentPerson.verdict === 'right';
	const [front, counter] = [place('right', narrow ? 2.1 : 2.4), place('right', 1)];
	queue(
		front,
		people.slice(index + 1, index + 5).map(({ who }) => ({ name: who })),
		narrow ? 78 : 92
	);
	const [comes, goes] = [part(0, ASKING_SECOND), part(LEAVING_SECOND, 5.4)];
	const x = front.x + (counter.x - front.x) * comes + (width + 110 - counter.x) * goes;
	person(
		{ ...counter, x },
		{
			look: look(currentPerson.who),
			mood:
				now < SPEAKING_SECOND
					? 'waiting'
					: isRight
						? 'content'
						: currentPerson.verdict === 'odd'
							? 'puzzled'
							: 'indignant',
			walks: comes < 1 || goes > 0
		}
	);
	machine(place('right'), {
		title: label(fields.title),
		given: now < ASKING_SECOND ? '' : givenValuesText(currentPerson, fields, language),
		shows: now < ANSWERING_SECOND ? undefined : currentPerson.answer.shown,
		verdict: currentPerson.verdict,
		pressed: now > ASKING_SECOND && now < ANSWERING_SECOND
	});
	tickets(createLatestAnswerCards(people, index, narrow ? 4 : 6, language), Math.min(index, (narrow ? 4 : 6) - 1));
	says(
		{ ...counter, x },
		isRight ? oneRightSentence(language) : wrongRowRemark(formatTableRow(currentPerson, fields, language), language),
		{
			tone: isRight ? 'right' : 'wrong',
			...(!isRight && { aside: expectedAnswerSentence(tableValueText(currentPerson.right, language), language) }),
			grown: part(SPEAKING_SECOND, SPEAKING_SECOND + 0.25) * (1 - part(LEAVING_SECOND - 0.2, LEAVING_SECOND))
		}
	);
}

/** Returns the cards of the first `maxCards` people; once the person at `index` is a later one, of the `maxCards` up to them. */
function createLatestAnswerCards(people: readonly QueuePerson[], index: number, maxCards: number, language: string) {
	const firstIndex = Math.max(0, index - maxCards + 1);
	return people.slice(firstIndex, firstIndex + maxCards).map(({ who, answer, right, verdict }) => {
		const isRight = verdict === 'right';
		const expectedAnswer = expectedAnswerSentence(tableValueText(right, language), language);
		return {
			title: who,
			value: answer.shown,
			note: isRight ? '' : expectedAnswer,
			short: isRight ? undefined : `≠ ${tableValueText(right, language)}`,
			right: isRight
		};
	});
}

function givenValuesText({ given }: AnsweredTableRow, fields: QueueFields, language: string): string {
	return given
		.map((value, index) => `${tableValueText(value, language)} ${label(fields.given[index] ?? '')}`.trim())
		.join(', ');
}

function describeQueue(people: readonly QueuePerson[], fields: QueueFields, language: string): string[] {
	const wrongPeople = people.filter(({ verdict }) => verdict !== 'right');
	const sentences = wrongPeople.map(
		(one) =>
			`${one.who}, ${rowSentence(
				formatTableRow(one, fields, language),
				fields.given.map((id) => label(id)),
				language
			)}`
	);
	return [
		rightCountSentence(people.length - wrongPeople.length, people.length, language),
		...limitSentences(sentences, language)
	];
}
