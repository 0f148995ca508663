import { describe, expect, test } from 'vitest';
import {
	matchesCatalogueFilter,
	listFilterValues,
	toggleFilterInQuery,
	readCatalogueFilter,
	type CatalogueEntry
} from './catalogue.ts';

const meterCatalogueEntry: CatalogueEntry = {
	trade: 'civic',
	piste: 'green',
	minutes: 40,
	place: 'Valcendre',
	partner: null,
	programme: ['snt.programmation', 'nsi1.tests']
};
const roundCatalogueEntry: CatalogueEntry = {
	trade: 'logistics',
	piste: 'red',
	minutes: 120,
	place: 'Brissac',
	partner: 'Les Repas du Val',
	programme: ['nsi1.gloutons', 'nsi1.tests']
};

describe('the catalogue', () => {
	test('lists every challenge when the address has no filter', () => {
		expect(
			[meterCatalogueEntry, roundCatalogueEntry].filter((one) =>
				matchesCatalogueFilter(one, readCatalogueFilter(new URLSearchParams('page=2&trade=')))
			)
		).toHaveLength(2);
	});

	test.each([
		['trade=civic', [meterCatalogueEntry]],
		['piste=red', [roundCatalogueEntry]],
		['minutes=40', [meterCatalogueEntry]],
		['minutes=39', []],
		['minutes=soon', []],
		['place=Brissac&piste=red', [roundCatalogueEntry]],
		['place=Brissac&piste=green', []],
		['partner=Les+Repas+du+Val', [roundCatalogueEntry]],
		['programme=nsi1.tests', [meterCatalogueEntry, roundCatalogueEntry]],
		['programme=nsi1.gloutons', [roundCatalogueEntry]],
		['programme=nsi1', []],
		['trade=__proto__', []]
	])('lists only the challenges that match %s', (address, listed) => {
		const wishes = readCatalogueFilter(new URLSearchParams(address));
		expect([meterCatalogueEntry, roundCatalogueEntry].filter((one) => matchesCatalogueFilter(one, wishes))).toEqual(
			listed
		);
	});

	test('offers only filter values that challenges have, with trades and pistes in a fixed order', () => {
		expect(listFilterValues([roundCatalogueEntry, meterCatalogueEntry], 'piste')).toEqual(['green', 'red']);
		expect(listFilterValues([roundCatalogueEntry, meterCatalogueEntry], 'trade')).toEqual(['logistics', 'civic']);
		expect(listFilterValues([roundCatalogueEntry, meterCatalogueEntry], 'minutes')).toEqual(['45', '60', '90']);
		expect(listFilterValues([roundCatalogueEntry], 'minutes')).toEqual([]);
		expect(listFilterValues([meterCatalogueEntry], 'partner')).toEqual([]);
		expect(listFilterValues([roundCatalogueEntry, meterCatalogueEntry], 'programme')).toEqual([
			'nsi1.gloutons',
			'nsi1.tests',
			'snt.programmation'
		]);
	});

	test('removes a filter value that is chosen a second time, and keeps the others', () => {
		const wishes = readCatalogueFilter(new URLSearchParams('piste=red&trade=civic'));
		expect(toggleFilterInQuery(wishes, 'piste', 'red')).toBe('?trade=civic');
		expect(toggleFilterInQuery(wishes, 'piste', 'green')).toBe('?trade=civic&piste=green');
		expect(toggleFilterInQuery({ piste: 'red' }, 'piste', 'red')).toBe('');
	});
});
