import { describe, expect, test } from 'vitest';
import {
	matchesCatalogueFilter,
	listFilterValues,
	toggleFilterInQuery,
	readCatalogueFilter,
	type CatalogueEntry
} from './catalogue.ts';

const meter: CatalogueEntry = {
	trade: 'civic',
	piste: 'green',
	minutes: 40,
	place: 'Valcendre',
	partner: null,
	programme: ['snt.programmation', 'nsi1.tests']
};
const round: CatalogueEntry = {
	trade: 'logistics',
	piste: 'red',
	minutes: 120,
	place: 'Brissac',
	partner: 'Les Repas du Val',
	programme: ['nsi1.gloutons', 'nsi1.tests']
};

describe('the catalogue', () => {
	test('an address without wishes lists everything', () => {
		expect(
			[meter, round].filter((one) =>
				matchesCatalogueFilter(one, readCatalogueFilter(new URLSearchParams('page=2&trade=')))
			)
		).toHaveLength(2);
	});

	test.each([
		['trade=civic', [meter]],
		['piste=red', [round]],
		['minutes=40', [meter]],
		['minutes=39', []],
		['minutes=soon', []],
		['place=Brissac&piste=red', [round]],
		['place=Brissac&piste=green', []],
		['partner=Les+Repas+du+Val', [round]],
		['programme=nsi1.tests', [meter, round]],
		['programme=nsi1.gloutons', [round]],
		['programme=nsi1', []],
		['trade=__proto__', []]
	])('%s', (address, listed) => {
		const wishes = readCatalogueFilter(new URLSearchParams(address));
		expect([meter, round].filter((one) => matchesCatalogueFilter(one, wishes))).toEqual(listed);
	});

	test('offers only what some challenge has, trades and pistes in their own order', () => {
		expect(listFilterValues([round, meter], 'piste')).toEqual(['green', 'red']);
		expect(listFilterValues([round, meter], 'trade')).toEqual(['logistics', 'civic']);
		expect(listFilterValues([round, meter], 'minutes')).toEqual(['45', '60', '90']);
		expect(listFilterValues([round], 'minutes')).toEqual([]);
		expect(listFilterValues([meter], 'partner')).toEqual([]);
		expect(listFilterValues([round, meter], 'programme')).toEqual(['nsi1.gloutons', 'nsi1.tests', 'snt.programmation']);
	});

	test('a second choice of the same value takes it away and leaves the others', () => {
		const wishes = readCatalogueFilter(new URLSearchParams('piste=red&trade=civic'));
		expect(toggleFilterInQuery(wishes, 'piste', 'red')).toBe('?trade=civic');
		expect(toggleFilterInQuery(wishes, 'piste', 'green')).toBe('?trade=civic&piste=green');
		expect(toggleFilterInQuery({ piste: 'red' }, 'piste', 'red')).toBe('');
	});
});
