/** The street of Valcendre. The meter's screen shows what the student's own function returns. */
import { label } from 'braise/draw';
import { overgrowth, scene, type SceneInput } from 'braise/scene';
import { playDay, type Day } from './scene/day';
import { memoryOf, type Memory, playNight } from './scene/night';
import { staysOf, type Stay } from './scene/stays';

export { measure } from './scene/measure';

type Story = { kind: 'day'; day: Day } | { kind: 'night'; memory: Memory };

/** How long a hand lets Léonie stay, where one may: in the first step. */
const hersIn = ({ situation, values }: SceneInput) => (situation === 'discover' ? values?.['minutes'] : undefined);

export const { init, step, draw, describe } = scene<Story>({
	prepare(input) {
		const { situation, option = 'paper', values } = input;
		if (situation === 'decide') return { kind: 'night', memory: memoryOf(option, values) };
		const hers = hersIn(input);
		return { kind: 'day', day: { stays: staysOf(situation, hers), hers } };
	},
	hour: ({ kind }, { theme }) => (kind === 'night' ? 'night' : theme === 'dark' ? 'dusk' : 'day'),
	play(story, { time, still }) {
		if (story.kind === 'night') playNight(story.memory, time, still);
		else playDay(story.day, time, still);
	},
	describe: (story) => (story.kind === 'night' ? [nightIn(story.memory)] : dayIn(story.day))
});

const nightIn = ({ count, told }: Memory) => label('describe-decision', { stored: count, told });

/** First what a hand has changed, then the whole street, then each car that does not pay what was voted. */
function dayIn({ stays, hers }: Day): string[] {
	const wrong = stays.filter(({ verdict }) => verdict !== 'right');
	const count = stays.length;
	const whole =
		wrong.length === 0
			? label('describe-right', { count })
			: label('describe-wrong', { right: count - wrong.length, count });
	const moved = hers === undefined ? undefined : stays.find(({ leonie }) => leonie);
	return [...(moved === undefined ? [] : [describeHand(moved)]), whole, ...wrong.map(describeStay)];
}

const priceIn = ({ number, shown }: Stay['asked']) =>
	number === null ? label('no-price') : label('cents', { cents: shown });

function describeHand({ minutes, asked, fair }: Stay): string {
	const id = overgrowth(minutes) > 0 ? 'describe-overgrown' : 'describe-hand';
	return label(id, { minutes, price: priceIn(asked), expected: fair });
}

function describeStay({ minutes, leonie, asked, fair, verdict }: Stay): string {
	const words = label(verdict, { cents: asked.shown.replace('−', '') });
	const values = { minutes, price: priceIn(asked), expected: fair, verdict: words };
	return label(leonie ? 'describe-leonie' : 'describe-car', values);
}
