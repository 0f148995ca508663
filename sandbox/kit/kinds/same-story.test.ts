import { expect, test } from 'vitest';
import { createRowGroupingStory, createReceiverShares } from './same-story.ts';

const createRecord = (name: string, town: string) => ({ name, town });
const groupedNameRows = [
	{ given: ['Léa'], right: 'lea', record: createRecord('Léa', 'here') },
	{ given: ['Ali'], right: 'ali', record: createRecord('Ali', 'there') },
	{ given: ['LEA'], right: 'lea', record: createRecord('LEA', 'here') }
];
const sameFields = { title: 'person', function: 'doubles', label: 'doubles' };
const decision = { situation: 'decide', option: 'one', measure: () => [] };
const tableFields = {
	rows: groupedNameRows,
	function: 'key',
	given: ['name'],
	returns: 'key',
	same: sameFields,
	decision
};
const createStory = (program: object) => createRowGroupingStory(program, tableFields, sameFields, groupedNameRows);
const faultKindsOf = (program: object) => createStory(program).rows.map(({ fault }) => fault?.kind);

const keyOfName = (name: string) => name.toLowerCase().replace('é', 'e');

test('rows with equal answers get the same group number, whatever the answer is', () => {
	for (const program of [
		{ key: keyOfName },
		{ key: (name: string) => keyOfName(name).length + (name === 'Ali' ? 1 : 0) }
	]) {
		const { rows: told, total } = createStory(program);
		expect(told.map(({ group }) => group)).toEqual([1, 2, 1]);
		expect(told.map(({ isStruckOut }) => isStruckOut)).toEqual([false, false, true]);
		expect(told.map(({ verdict }) => verdict)).toEqual(['right', 'right', 'right']);
		expect(total).toMatchObject({ right: 1, verdict: 'right' });
	}
});

test('of rows wrongly separated or wrongly matched, the later row is marked as wrong', () => {
	expect(faultKindsOf({ key: (name: string) => name })).toEqual([undefined, undefined, 'apart']);
	expect(faultKindsOf({ key: () => 'all' })).toEqual([undefined, 'confused', 'confused']);
	expect(faultKindsOf({ key: () => undefined })).toEqual(['odd', 'odd', 'odd']);
	expect(createStory({}).total.verdict).toBe('wrong');
});

test('the program’s function for repeats decides which rows count as repeats', () => {
	const all = { key: keyOfName, doubles: (records: object[]) => records };
	expect(faultKindsOf(all)).toEqual(['counted', 'counted', undefined]);
	expect(createStory(all).total).toMatchObject({ answer: { shown: '3' }, right: 1, verdict: 'wrong' });
	expect(faultKindsOf({ key: keyOfName, doubles: () => [] })).toEqual([undefined, undefined, 'uncounted']);
	expect(createStory({ key: keyOfName, doubles: () => undefined }).total.verdict).toBe('odd');
	const changes = (records: { name: string }[]) => records.splice(0, 2).map(({ name }) => ({ name }));
	expect(createStory({ key: keyOfName, doubles: changes }).rows[0]?.record).toEqual(createRecord('Léa', 'here'));
});

const shareFields = { function: 'share', columns: ['name', 'town'], to: { hall: ['town'] } };
const shareFaultsOf = (change: (one: Record<string, string>) => unknown) => {
	const program = { share: (records: Record<string, string>[]) => records.map(change) };
	const [only] = createReceiverShares(program, shareFields, groupedNameRows) ?? [];
	return { extra: only?.extra, missing: only?.missing, isRight: only?.isRight };
};

test('shared data is right only when it has exactly the receiver’s columns for every person', () => {
	expect(createReceiverShares({}, shareFields, groupedNameRows)).toBeUndefined();
	expect(shareFaultsOf(({ town }) => ({ town }))).toEqual({ extra: [], missing: [], isRight: true });
	expect(shareFaultsOf((one) => one)).toEqual({ extra: ['name'], missing: [], isRight: false });
	expect(shareFaultsOf(() => ({ town: 'here' }))).toEqual({ extra: [], missing: ['town'], isRight: false });
	expect(shareFaultsOf(() => null)).toEqual({ extra: [], missing: ['town'], isRight: false });
	const receiverShare = createReceiverShares({ share: () => 'nothing' }, shareFields, groupedNameRows)?.[0];
	expect(receiverShare).toMatchObject({ rows: [], missing: ['town'], isRight: false });
});
