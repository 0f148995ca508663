/** Describes a round in words. */
import { numberText, timeText } from '../telling/numbers.ts';
import type { RoundFields } from './round-fields.ts';
import type { RoundFault, RoundStory, StopVisit } from './round-story.ts';
import { allRightSentence } from './right-sheet-sentences.ts';
import { limitSentences } from './sentences.ts';

const isFrench = (language: string): boolean => language === 'fr';

/** Returns the names of a round's three figures. */
export const roundFigureNames = (language: string) =>
	isFrench(language)
		? { kilometres: 'Distance', minutes: 'Durée', last: 'Dernier arrêt' }
		: { kilometres: 'Distance', minutes: 'Duration', last: 'Last stop' };

export const kilometresText = (kilometres: number, language: string): string =>
	`${numberText(kilometres, language, 1)}\u00a0km`;
export const minutesText = (minutes: number, language: string): string =>
	`${numberText(minutes, language, 0)}\u00a0min`;

/** Returns sentences about what is wrong, the most important first. */
function describeRoundFaults(story: RoundStory, fields: RoundFields, language: string): string[] {
	const { fault, missedStops, visits, isLong, kilometres } = story;
	const nameBefore = visits.at(-1)?.name ?? story.from.name;
	return [
		...(fault ? [roundFaultSentence(fault, nameBefore, language)] : []),
		...(missedStops.length > 0
			? [
					missedStopsSentence(
						missedStops.map(({ name }) => name),
						language
					)
				]
			: []),
		...visits.filter(({ isLate }) => isLate).map((visit) => lateStopsSentence(visit, fields.starts, language)),
		...(isLong ? [tooLongSentence(kilometres, fields.most ?? 0, language)] : [])
	];
}

function roundFaultSentence({ kind, shown }: RoundFault, nameBefore: string, language: string): string {
	if (kind === 'again')
		return isFrench(language)
			? `Après ${nameBefore}, le programme renvoie ${shown}\u00a0: la tournée y est déjà passée.`
			: `After ${nameBefore}, the program returns ${shown}: the round has been there already.`;
	return isFrench(language)
		? `Après ${nameBefore}, le programme renvoie ${shown}\u00a0: ce n’est pas un arrêt.`
		: `After ${nameBefore}, the program returns ${shown}: that is not a stop.`;
}

function missedStopsSentence(names: readonly string[], language: string): string {
	const [last = '', ...others] = [...names].reverse();
	const andWord = isFrench(language) ? 'et' : 'and';
	const nameList = others.length === 0 ? last : `${others.reverse().join(', ')} ${andWord} ${last}`;
	if (isFrench(language)) return `Il manque ${nameList}.`;
	return `${nameList} ${names.length === 1 ? 'is' : 'are'} missing.`;
}

function lateStopsSentence({ name, arrives, until = 0 }: StopVisit, starts: number, language: string): string {
	const [comes, limit] = [timeText(starts + arrives, language), timeText(until, language)];
	return isFrench(language)
		? `${name}\u00a0: la tournée arrive à ${comes}, après ${limit}.`
		: `${name}: the round comes at ${comes}, after ${limit}.`;
}

function tooLongSentence(kilometres: number, allowedKilometres: number, language: string): string {
	const [is, wanted] = [kilometresText(kilometres, language), kilometresText(allowedKilometres, language)];
	return isFrench(language)
		? `La tournée fait ${is}\u202f; il en existe une de ${wanted}.`
		: `The round is ${is} long; there is one of ${wanted}.`;
}

/** Returns sentences: first the length of the whole round, then what is wrong. */
export function describeRound(story: RoundStory, fields: RoundFields, language: string): string[] {
	const { visits, missedStops, kilometres, minutes, last } = story;
	const stopCount = visits.length + missedStops.length;
	const [far, long, time] = [
		kilometresText(kilometres, language),
		minutesText(minutes, language),
		timeText(last, language)
	];
	const stopsText = isFrench(language)
		? `${visits.length} ${visits.length > 1 ? 'arrêts' : 'arrêt'} sur ${stopCount}`
		: `${visits.length} of ${stopCount} ${stopCount === 1 ? 'stop' : 'stops'}`;
	const figuresText = isFrench(language)
		? `${stopsText}\u00a0: ${far}, ${long}, dernier arrêt à ${time}.`
		: `${stopsText}: ${far}, ${long}, last stop at ${time}.`;
	return [figuresText, ...limitSentences(describeRoundFaults(story, fields, language), language)];
}

/** Returns what the driver says of the round. */
export const driverRemark = (story: RoundStory, fields: RoundFields, language: string): string =>
	describeRoundFaults(story, fields, language)[0] ?? allRightSentence([fields.function], language);
