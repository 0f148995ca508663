/** The picture in words: what a hand has changed, a sentence for the whole, then only what is wrong. */
import { label } from 'braise/draw';
import type { Answer } from 'braise/scene';
import { NIGHT } from './play-round';
import type { Trip } from './play-trips';
import { kilometres, kmOf, lastBack, LEAVES, servedIn, timeOf } from './rounds';
import { isTourKmRight, type RoundStory, type Story } from './story';

export function describeStory(story: Story, isTurned: boolean): string[] {
	switch (story.kind) {
		case 'none':
			return [label('describe-nothing', { name: story.order.name, shown: story.order.shown })];
		case 'orders':
			return [label('describe-orders')];
		case 'trips':
			return describeTrips(story.trips);
		case 'round':
			return [...(isTurned ? [describeHand(story)] : []), ...describeRounds(story)];
	}
}

const saidIn = ({ number, shown }: Answer) => (number === null ? shown : kilometres(number));

function describeTrips(trips: Trip[]): string[] {
	const wrong = trips.filter(({ isRight }) => !isRight);
	return [
		label('describe-trips', { right: trips.length - wrong.length, count: trips.length }),
		...wrong.map(({ place, said, right }) =>
			label('describe-trip-wrong', { place: place.name, said: saidIn(said), km: kilometres(right) })
		)
	];
}

function describeHand({ rounds, places }: RoundStory): string {
	const back = lastBack(rounds);
	const cold = servedIn(rounds).filter(({ isHot }) => !isHot).length;
	const id = LEAVES + back > NIGHT ? 'describe-hand-night' : 'describe-hand';
	return label(id, { homes: places.length, back: timeOf(back), cold });
}

function describeRounds({ rounds, places, tourKm, arrivals = [] }: RoundStory): string[] {
	const served = servedIn(rounds);
	const cold = served.filter(({ isHot }) => !isHot);
	const forgotten = places.filter((place) => !served.some((stop) => stop.place === place));
	const again = rounds.flatMap(({ stops }) => stops).filter(({ isAgain }) => isAgain);
	const namesOf = (list: { name: string }[]) => [...new Set(list.map(({ name }) => name))].join(', ');
	const [round] = rounds;
	const lines = [
		label(rounds.length > 1 ? 'describe-rounds' : 'describe-round', {
			vans: rounds.length,
			km: kilometres(kmOf(rounds)),
			back: timeOf(lastBack(rounds)),
			crossings: rounds.reduce((sum, { crossings }) => sum + crossings.length, 0)
		}),
		label('describe-meals', { hot: served.length - cold.length, cold: cold.length })
	];
	if (tourKm && round && !isTourKmRight(tourKm, round))
		lines.push(label('describe-tour-km', { said: saidIn(tourKm), km: kilometres(round.km) }));
	if (forgotten.length > 0) lines.push(label('describe-forgotten', { names: namesOf(forgotten) }));
	if (again.length > 0) lines.push(label('describe-again', { names: namesOf(again.map(({ place }) => place)) }));
	for (const { place, arrives } of cold)
		lines.push(label('describe-stop-cold', { place: place.name, time: timeOf(arrives) }));
	for (const { place, said, right } of arrivals.filter(({ isRight }) => !isRight)) {
		const words = Number.isFinite(said) ? timeOf(said) : '?';
		lines.push(label('describe-arrival', { place: place.name, said: words, time: timeOf(right) }));
	}
	return lines;
}
