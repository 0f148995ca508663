/** The scene of a table: given values, the program's answers and the right answers. */
import { look, person } from '../people/person.ts';
import { room } from '../places/room.ts';
import type { TableFields } from './fields.ts';
import { firstItems, handValue, kindScene } from './kind-scene.ts';
import { kindLayout } from './layout.ts';
import { sameStory } from './same-story.ts';
import { playShares } from './shares-play.ts';
import { sharesStory, type Share } from './shares-story.ts';
import { sharesInWords, tableInWords } from './table-description.ts';
import { playTable, type RowsStory } from './table-play.ts';
import { tableStory } from './table-story.ts';

type Story = { kind: 'shares'; shares: Share[] } | ({ kind: 'rows' } & RowsStory);

/** Makes the scene of rows of given values, for which a function of the program is asked. */
export function tableScene(program: object, fields: TableFields) {
	return kindScene<Story>({
		decision: fields.decision,
		backdrop: () => room('office'),
		prepare(input) {
			const shares = fields.shares && sharesStory(program, fields.shares, fields.rows);
			if (shares) return { kind: 'shares', shares };
			return { kind: 'rows', ...rowsStory(program, fields, handValue(fields.hand, input)) };
		},
		play(story, moment) {
			const layout = kindLayout(false);
			if (story.kind === 'rows') playTable(story, fields, layout, moment);
			else if (fields.shares) playShares(story.shares, fields.shares, layout, moment);
		},
		describe(story, language) {
			return story.kind === 'shares' ? sharesInWords(story.shares, language) : tableInWords(story, fields, language);
		},
		wait: (layout) => person(layout.person, { look: look(fields.function) })
	});
}

/** Calls the program for all rows, or for as many rows as a hand sets. */
function rowsStory(program: object, fields: TableFields, moved: number | undefined): RowsStory {
	const rows = firstItems(fields.rows, moved);
	const story = fields.same && sameStory(program, fields, fields.same, rows);
	return {
		rows: story?.rows ?? tableStory(program, { ...fields, rows }),
		total: story?.total,
		isMoved: moved !== undefined
	};
}
