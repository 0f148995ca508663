/** The ward of Valcendre by night. Lamps, charts and the nurse's steps follow what the student's own functions answer. */
import { label } from 'braise/draw';
import { scene, type SceneInput } from 'braise/scene';
import { bedsTonight, saysRising, SILENT_BED, type BedState } from './scene/beds';
import { playNights, type Nights } from './scene/nights';
import { staysUnder, tallyOf } from './scene/rounds';
import { playTonight, weatherOf, wrongOf, type Tonight } from './scene/tonight';

export { measure } from './scene/measure';

type Story = Tonight | Nights;

/** The temperature that a hand gives the silent bed, where one may: in the first step. */
const temperatureIn = ({ situation, values }: SceneInput) =>
	situation === 'discover' ? values?.['temperature'] : undefined;

export const { init, step, draw, describe } = scene<Story>({
	prepare(input) {
		const { situation, option = 'five', values } = input;
		if (situation === 'stretch') return { stays: staysUnder('five'), hasTrends: true };
		if (situation === 'decide') return { stays: staysUnder(option, values), hasTrends: false };
		const temperature = temperatureIn(input);
		return { beds: bedsTonight(temperature), isTurned: temperature !== undefined };
	},
	hour: (_, { theme }) => (theme === 'dark' ? 'night' : 'dusk'),
	play(story, { time, still }) {
		if ('beds' in story) playTonight(story, time, still);
		else playNights(story, time, still);
	},
	describe: (story, { input }) => ('beds' in story ? tonightIn(story, input.language) : [nightsIn(story)])
});

function nightsIn({ stays, hasTrends }: Nights): string {
	if (hasTrends) return label(saysRising([0, 1, 2]) === null ? 'describe-no-trends' : 'describe-trends');
	return label('describe-nights', { ...tallyOf(stays), people: stays.length });
}

/** First what a hand has changed, then the whole ward, then each bed that is wrong. */
function tonightIn({ beds, isTurned }: Tonight, language: string): string[] {
	const wrong = wrongOf(beds);
	const count = beds.length;
	const countOf = (verdict: BedState['verdict']) => wrong.filter((bed) => bed.verdict === verdict).length;
	const counts = { count, right: count - wrong.length, silent: countOf('silent'), disturbed: countOf('disturbed') };
	const turned = isTurned ? beds.filter(({ number }) => number === SILENT_BED) : [];
	return [
		...turned.map((bed) => describeHand(bed, language)),
		label(wrong.length === 0 ? 'describe-right' : 'describe-wrong', counts),
		...wrong.filter((bed) => !turned.includes(bed)).map((bed) => label('describe-bed', valuesOf(bed)))
	];
}

const valuesOf = ({ number, name, score, right, level, verdict }: BedState) => ({
	bed: number,
	name,
	score: score ?? '?',
	right: right.score,
	what: label(verdict === 'right' ? `level-${level ?? 'none'}` : `describe-${verdict}`)
});

function describeHand(bed: BedState, language: string): string {
	const { temperature } = bed.measures;
	const shown = language === 'en' ? String(temperature) : String(temperature).replace('.', ',');
	return label(`describe-hand-${weatherOf(bed) ?? 'usual'}`, { ...valuesOf(bed), temperature: shown });
}
