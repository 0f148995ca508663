/** The scene of a table: what a program is given, what it returns, and what is right. */
import { look, person } from '../people/person.ts';
import { room } from '../places/room.ts';
import { scene, type SceneInput } from '../scene.ts';
import { figuresFor, figuresInWords, playFigures, type ShownFigures } from './decision.ts';
import type { TableFields } from './fields.ts';
import { kindLayout } from './layout.ts';
import { sameStory } from './same-story.ts';
import { playShares } from './shares-play.ts';
import { sharesStory, type Share } from './shares-story.ts';
import { sharesInWords, tableInWords } from './table-description.ts';
import { playTable, type RowsStory } from './table-play.ts';
import { tableStory } from './table-story.ts';

type Story =
	{ kind: 'figures'; shown: ShownFigures } | { kind: 'shares'; shares: Share[] } | ({ kind: 'rows' } & RowsStory);

/** Makes a scene of rows of given values, for which a function of the program is asked. */
export function tableScene(program: object, fields: TableFields): ReturnType<typeof scene<unknown>> {
	return scene<Story>({
		prepare(input) {
			const shown = figuresFor(fields.decision, input);
			if (shown) return { kind: 'figures', shown };
			const shares = fields.shares && sharesStory(program, fields.shares, fields.rows);
			return shares ? { kind: 'shares', shares } : { kind: 'rows', ...rowsStory(program, fields, input) };
		},
		play(story, { time, still, input: { language } }) {
			const layout = kindLayout(false);
			room('office');
			const moment = { time, still, language };
			if (story.kind === 'rows') return playTable(story, fields, layout, moment);
			if (story.kind === 'shares' && fields.shares) return playShares(story.shares, fields.shares, layout, moment);
			if (story.kind === 'figures') playFigures(layout.sheet, story.shown, language);
			person(layout.person, { look: look(fields.function) });
		},
		describe(story, { input: { language } }) {
			if (story.kind === 'figures') return [figuresInWords(story.shown, language)];
			if (story.kind === 'shares') return sharesInWords(story.shares, language);
			return tableInWords(story, fields, language);
		}
	});
}

/** Asks the program every row, or as many as a hand sets. */
function rowsStory(program: object, fields: TableFields, { situation, values }: SceneInput): RowsStory {
	const { hand, same } = fields;
	const isMoved = situation === hand?.situation;
	const rows = isMoved ? fields.rows.slice(0, values?.[hand?.id ?? ''] ?? hand?.start) : fields.rows;
	const story = same && sameStory(program, fields, same, rows);
	return { rows: story?.rows ?? tableStory(program, { ...fields, rows }), total: story?.total, isMoved };
}
