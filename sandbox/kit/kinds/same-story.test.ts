import { expect, test } from 'vitest';
import { createSameRowsStory } from './same-story.ts';
import { createReceiverShares } from './shares-story.ts';

const record = (name: string, town: string) => ({ name, town });
const rows = [
	{ given: ['Léa'], right: 'lea', record: record('Léa', 'here') },
	{ given: ['Ali'], right: 'ali', record: record('Ali', 'there') },
	{ given: ['LEA'], right: 'lea', record: record('LEA', 'here') }
];
const same = { title: 'person', function: 'doubles', label: 'doubles' };
const decision = { situation: 'decide', option: 'one', measure: () => [] };
const fields = { rows, function: 'key', given: ['name'], returns: 'key', same, decision };
const story = (program: object) => createSameRowsStory(program, fields, same, rows);
const faults = (program: object) => story(program).rows.map(({ fault }) => fault?.kind);

const key = (name: string) => name.toLowerCase().replace('é', 'e');

test('rows with the same answer have the same number, whatever the answer is', () => {
	for (const program of [{ key }, { key: (name: string) => key(name).length + (name === 'Ali' ? 1 : 0) }]) {
		const { rows: told, total } = story(program);
		expect(told.map(({ group }) => group)).toEqual([1, 2, 1]);
		expect(told.map(({ struck }) => struck)).toEqual([false, false, true]);
		expect(told.map(({ verdict }) => verdict)).toEqual(['right', 'right', 'right']);
		expect(total).toMatchObject({ right: 1, verdict: 'right' });
	}
});

test('a row that is kept apart, or taken for another, is wrong at the later one', () => {
	expect(faults({ key: (name: string) => name })).toEqual([undefined, undefined, 'apart']);
	expect(faults({ key: () => 'all' })).toEqual([undefined, 'confused', 'confused']);
	expect(faults({ key: () => undefined })).toEqual(['odd', 'odd', 'odd']);
	expect(story({}).total.verdict).toBe('wrong');
});

test('the function that finds repeats decides what is struck and counted', () => {
	const all = { key, doubles: (records: object[]) => records };
	expect(faults(all)).toEqual(['counted', 'counted', undefined]);
	expect(story(all).total).toMatchObject({ answer: { shown: '3' }, right: 1, verdict: 'wrong' });
	expect(faults({ key, doubles: () => [] })).toEqual([undefined, undefined, 'uncounted']);
	expect(story({ key, doubles: () => undefined }).total.verdict).toBe('odd');
	const changes = (records: { name: string }[]) => records.splice(0, 2).map(({ name }) => ({ name }));
	expect(story({ key, doubles: changes }).rows[0]?.record).toEqual(record('Léa', 'here'));
});

const shares = { function: 'share', columns: ['name', 'town'], to: { hall: ['town'] } };
const share = (change: (one: Record<string, string>) => unknown) => {
	const program = { share: (records: Record<string, string>[]) => records.map(change) };
	const [only] = createReceiverShares(program, shares, rows) ?? [];
	return { extra: only?.extra, missing: only?.missing, isRight: only?.isRight };
};

test('somebody gets their columns of everybody once, and nothing else', () => {
	expect(createReceiverShares({}, shares, rows)).toBeUndefined();
	expect(share(({ town }) => ({ town }))).toEqual({ extra: [], missing: [], isRight: true });
	expect(share((one) => one)).toEqual({ extra: ['name'], missing: [], isRight: false });
	expect(share(() => ({ town: 'here' }))).toEqual({ extra: [], missing: ['town'], isRight: false });
	expect(share(() => null)).toEqual({ extra: [], missing: ['town'], isRight: false });
	const receiverShare = createReceiverShares({ share: () => 'nothing' }, shares, rows)?.[0];
	expect(receiverShare).toMatchObject({ rows: [], missing: ['town'], isRight: false });
});
